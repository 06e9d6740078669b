package dev.voxpop.matching.config;

import dev.voxpop.contracts.TaskQueues;
import dev.voxpop.contracts.matching.MatchingActivities;
import dev.voxpop.hosting.WorkerSpec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What this stage wants to have hosted. */
@ApplicationScoped
public class MatchingWorker {

  @Produces
  @Singleton
  WorkerSpec worker(MatchingActivities activities) {
    return WorkerSpec.ofActivities(TaskQueues.MATCHING, activities);
  }
}
