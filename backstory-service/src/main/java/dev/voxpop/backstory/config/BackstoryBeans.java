package dev.voxpop.backstory.config;

import dev.voxpop.backstory.batch.Seam;
import dev.voxpop.backstory.writing.Wording;
import dev.voxpop.contracts.TaskQueues;
import dev.voxpop.contracts.backstory.BackstoryActivities;
import dev.voxpop.hosting.WorkerSpec;
import dev.voxpop.instrument.format.RoleWords;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What this stage has made from its configuration, and what it wants to have hosted. */
@ApplicationScoped
public class BackstoryBeans {

  @Produces
  @Singleton
  WorkerSpec worker(BackstoryActivities activities) {
    return WorkerSpec.ofActivities(TaskQueues.BACKSTORY, activities);
  }

  @Produces
  @Singleton
  Wording wording(BackstoryConfig config) {
    BackstoryConfig.Roles roles = config.roles();
    Optional<RoleWords> own =
        roles
            .asker()
            .flatMap(
                asker -> roles.answerer().map(a -> new RoleWords(asker, a, roles.connector())));
    return Wording.load(config.prompts(), own);
  }

  @Produces
  @Singleton
  @DefaultBean
  Seam seam() {
    return Seam.NONE;
  }
}
