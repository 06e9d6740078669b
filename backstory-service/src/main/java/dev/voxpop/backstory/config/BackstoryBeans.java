package dev.voxpop.backstory.config;

import dev.voxpop.backstory.store.Seam;
import dev.voxpop.backstory.store.SlotRows;
import dev.voxpop.backstory.store.SlotWriting;
import dev.voxpop.backstory.writing.Wording;
import dev.voxpop.contracts.TaskQueues;
import dev.voxpop.contracts.backstory.BackstoryActivities;
import dev.voxpop.hosting.WorkerHost;
import dev.voxpop.hosting.WorkerSpec;
import dev.voxpop.instrument.format.RoleWords;
import dev.voxpop.interviewing.activity.BatchHost;
import dev.voxpop.interviewing.store.GroupCommit;
import dev.voxpop.interviewing.store.SteeringBoard;
import dev.voxpop.interviewing.store.Transactions;
import dev.voxpop.languagemodel.Models;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What this stage has made from its configuration, and what it wants to have hosted. */
@ApplicationScoped
public class BackstoryBeans {

  /** The schema of the stage, and the name of those of its parts that other stages have too. */
  public static final String SCHEMA = "backstory";

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
  @Identifier(SCHEMA)
  Transactions transactions(@DataSource(SCHEMA) AgroalDataSource source) {
    return Transactions.on(SCHEMA, source);
  }

  @Produces
  @Singleton
  @Identifier(SCHEMA)
  SteeringBoard board(@Identifier(SCHEMA) Transactions transactions, Models models) {
    return SteeringBoard.over(transactions, models);
  }

  @Produces
  @Singleton
  @Identifier(SCHEMA)
  BatchHost host(Models models, @Identifier(SCHEMA) SteeringBoard board) {
    return BatchHost.of(models, board);
  }

  @Produces
  @Singleton
  GroupCommit<SlotWriting> commit(@Identifier(SCHEMA) SteeringBoard board, BackstoryConfig config) {
    return GroupCommit.start(board, new SlotRows(), GroupCommit.Rhythm.of(config));
  }

  /** The writer ends before its database does, and after the workers that write. */
  void close(
      @Observes @Priority(WorkerHost.AFTER_STOP) ShutdownEvent event,
      GroupCommit<SlotWriting> commit) {
    commit.close();
  }

  @Produces
  @Singleton
  @DefaultBean
  Seam seam() {
    return Seam.NONE;
  }
}
