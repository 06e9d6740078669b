package dev.voxpop.survey.activity;

import dev.voxpop.survey.batch.Pulse;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionException;
import org.jspecify.annotations.Nullable;

/** The sign of life of an activity: its heartbeat, and what the answer to it was. */
final class ActivityPulse implements Pulse {
  private final ActivityExecutionContext context;
  private @Nullable ActivityCompletionException answer;

  ActivityPulse(ActivityExecutionContext context) {
    this.context = context;
  }

  @Override
  public synchronized Wish beat(Counters counters) {
    try {
      context.heartbeat(counters);
      return Wish.GO_ON;
    } catch (ActivityCompletionException e) {
      answer = e;
      return e instanceof ActivityCanceledException ? Wish.CANCEL : Wish.LEAVE;
    }
  }

  /** The workflow that asked. */
  String path() {
    return context.getInfo().getWorkflowId();
  }

  /** What the server said when it wanted the batch to be cancelled. */
  synchronized ActivityCompletionException cancellation() {
    if (answer == null) {
      throw new IllegalStateException("Nobody cancelled this batch.\nMaybe it ended by itself.");
    }
    return answer;
  }
}
