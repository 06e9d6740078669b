package dev.voxpop.contracts.failure;

import static dev.voxpop.contracts.failure.FailureType.Retry.NEVER;
import static dev.voxpop.contracts.failure.FailureType.Retry.YES;

/**
 * Why something failed, as Temporal's failure type says it.
 *
 * <p>The outermost type decides what happens, so a failure is never wrapped again. The wire name is
 * the constant's {@link #wireName()}.
 */
public enum FailureType {
  INVALID_EXPERIMENT("InvalidExperiment", NEVER),
  DUPLICATE_EXPERIMENT("DuplicateExperiment", NEVER),
  BUDGET_EXHAUSTED("BudgetExhausted", NEVER),
  MODEL_AUTH_FAILED("ModelAuthFailed", NEVER),
  MODEL_REJECTED("ModelRejected", NEVER),
  CONTENT_FILTERED("ContentFiltered", NEVER),
  CONTEXT_TOO_LONG("ContextTooLong", NEVER),
  MODEL_RATE_LIMITED("ModelRateLimited", YES),
  MODEL_UNAVAILABLE("ModelUnavailable", YES),
  MODEL_REPLY_MALFORMED("ModelReplyMalformed", YES),
  STORE_UNAVAILABLE("StoreUnavailable", YES),
  BROKER_UNAVAILABLE("BrokerUnavailable", YES),
  PEER_UNAVAILABLE("PeerUnavailable", YES),
  PROMPT_DRIFT("PromptDrift", NEVER),
  MISSING_DATA("MissingData", NEVER),
  WORKER_STOPPING("WorkerStopping", YES),
  INTERNAL_DEFECT("InternalDefect", YES);

  /** Whether trying again can help. */
  public enum Retry {
    YES,
    NEVER
  }

  private final String wireName;
  private final Retry retry;

  FailureType(String wireName, Retry retry) {
    this.wireName = wireName;
    this.retry = retry;
  }

  /** The name that travels in Temporal failures. */
  public String wireName() {
    return wireName;
  }

  /** Whether trying again can help. */
  public Retry retry() {
    return retry;
  }
}
