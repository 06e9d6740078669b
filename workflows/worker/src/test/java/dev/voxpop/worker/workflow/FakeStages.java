package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.TaskQueues;
import dev.voxpop.hosting.WorkerSpec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The other stages, hosted beside the worker in tests of the whole process. */
@ApplicationScoped
public class FakeStages {

  @Produces
  @Singleton
  Script script() {
    return new Script();
  }

  @Produces
  @Singleton
  FakeSurveys fakeSurveys(Script script) {
    return new FakeSurveys(script);
  }

  @Produces
  @Singleton
  WorkerSpec surveys(FakeSurveys surveys) {
    return WorkerSpec.ofActivities(TaskQueues.SURVEY, surveys);
  }

  @Produces
  @Singleton
  WorkerSpec backstories(Script script) {
    return WorkerSpec.ofActivities(TaskQueues.BACKSTORY, new FakeBackstories(script));
  }

  @Produces
  @Singleton
  WorkerSpec matchings(Script script) {
    return WorkerSpec.ofActivities(TaskQueues.MATCHING, new FakeMatchings(script));
  }

  @Produces
  @Singleton
  WorkerSpec analyses(Script script) {
    return WorkerSpec.ofActivities(TaskQueues.ANALYSIS, new FakeAnalyses(script));
  }
}
