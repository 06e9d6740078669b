package dev.voxpop.worker.activity;

import dev.voxpop.contracts.TaskQueues;
import dev.voxpop.hosting.WorkerSpec;
import dev.voxpop.worker.workflow.InterviewArmWorkflow;
import dev.voxpop.worker.workflow.RunExperimentWorkflow;
import dev.voxpop.worker.workflow.WritePoolWorkflow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Says what this module wants hosted. */
@ApplicationScoped
public class ExperimentWorker {

  /** The three workflows and the worker's own activities. */
  @Produces
  @Singleton
  WorkerSpec experiments(ExperimentActivitiesImpl activities) {
    return new WorkerSpec(
        TaskQueues.EXPERIMENTS,
        List.of(activities),
        List.of(RunExperimentWorkflow.class, WritePoolWorkflow.class, InterviewArmWorkflow.class));
  }
}
