package dev.voxpop.analysis.config;

import dev.voxpop.contracts.TaskQueues;
import dev.voxpop.contracts.analysis.AnalysisActivities;
import dev.voxpop.hosting.WorkerSpec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What this stage wants to have hosted. */
@ApplicationScoped
public class AnalysisWorker {

  @Produces
  @Singleton
  WorkerSpec worker(AnalysisActivities activities) {
    return WorkerSpec.ofActivities(TaskQueues.ANALYSIS, activities);
  }
}
