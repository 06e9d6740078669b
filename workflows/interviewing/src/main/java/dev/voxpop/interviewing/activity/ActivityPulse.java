package dev.voxpop.interviewing.activity;

import dev.voxpop.interviewing.Pulse;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionException;
import org.jspecify.annotations.Nullable;

/** The sign of life of an activity: its heartbeat, and what the answer to it was. */
public final class ActivityPulse implements Pulse {
  private final ActivityExecutionContext context;
  private final Runnable beside;
  private @Nullable ActivityCompletionException answer;

  private ActivityPulse(ActivityExecutionContext context, Runnable beside) {
    this.context = context;
    this.beside = beside;
  }

  /** The pulse of the activity that the calling thread carries out. */
  public static ActivityPulse here() {
    return with(() -> {});
  }

  /** The same; {@code beside} is done with every beat. */
  public static ActivityPulse with(Runnable beside) {
    return new ActivityPulse(Activity.getExecutionContext(), beside);
  }

  @Override
  public synchronized Wish beat(Counters counters) {
    try {
      context.heartbeat(counters);
      beside.run();
      return Wish.GO_ON;
    } catch (ActivityCompletionException e) {
      answer = e;
      return e instanceof ActivityCanceledException ? Wish.CANCEL : Wish.LEAVE;
    }
  }

  /** The workflow that asked. */
  public String path() {
    String workflow = context.getInfo().getWorkflowId();
    return workflow == null ? "" : workflow;
  }

  /** What the server said when it wanted the batch to be cancelled. */
  public synchronized ActivityCompletionException cancellation() {
    if (answer == null) {
      throw new IllegalStateException("Nobody cancelled this batch.\nMaybe it ended by itself.");
    }
    return answer;
  }
}
