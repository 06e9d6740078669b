package dev.voxpop.survey.config;

import dev.voxpop.contracts.TaskQueues;
import dev.voxpop.contracts.survey.SurveyActivities;
import dev.voxpop.hosting.WorkerSpec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What this stage wants to have hosted. */
@ApplicationScoped
public class SurveyWorker {

  @Produces
  @Singleton
  WorkerSpec worker(SurveyActivities activities) {
    return WorkerSpec.ofActivities(TaskQueues.SURVEY, activities);
  }
}
