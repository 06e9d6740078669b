package dev.voxpop.contracts;

/** The Temporal task queues, one per stage. */
public final class TaskQueues {

  /** Workflows and the worker's own activities. */
  public static final String EXPERIMENTS = "experiments";

  public static final String BACKSTORY = "backstory";
  public static final String SURVEY = "survey";
  public static final String MATCHING = "matching";
  public static final String ANALYSIS = "analysis";

  private TaskQueues() {}
}
