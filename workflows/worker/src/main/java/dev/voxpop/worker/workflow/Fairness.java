package dev.voxpop.worker.workflow;

import io.temporal.common.Priority;

/**
 * Whose turn it is at a task queue that several experiments share: by the document's priority, and
 * among equals by turns, where the server offers that.
 */
public final class Fairness {

  /** Temporal counts the other way: its first is 1, the document's is 5. */
  private static final int TURNED = 6;

  private Fairness() {}

  /**
   * The place of an experiment.
   *
   * @param priority 1 (last) … 5 (first)
   */
  public static Priority of(String experiment, int priority) {
    return Priority.newBuilder()
        .setPriorityKey(TURNED - priority)
        .setFairnessKey(experiment)
        .build();
  }
}
