package dev.voxpop.hosting;

import java.util.List;

/**
 * What a stage wants to have hosted: a task queue and what answers on it. A stage produces one as a
 * CDI bean; this module starts what it finds, so one process or five is a deployment choice.
 *
 * @param taskQueue one of {@code TaskQueues}
 * @param activities implementations of activity interfaces
 * @param workflows implementations of workflow interfaces
 */
public record WorkerSpec(String taskQueue, List<Object> activities, List<Class<?>> workflows) {

  /** Copies the lists. */
  public WorkerSpec {
    activities = List.copyOf(activities);
    workflows = List.copyOf(workflows);
  }

  /** A worker of activities only. */
  public static WorkerSpec ofActivities(String taskQueue, Object... activities) {
    return new WorkerSpec(taskQueue, List.of(activities), List.of());
  }
}
