package dev.voxpop.interviewing.activity;

import dev.voxpop.hosting.Heartbeats;
import dev.voxpop.interviewing.Pulse;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The sign of life of an activity: its heartbeat, and what the answer to it was. Taking a batch
 * over can last longer on a busy machine than a silent activity is waited for, so signs are given
 * in the background from the first moment on; a batch's own beats say how far it is.
 */
public final class ActivityPulse implements Pulse, AutoCloseable {
  private final ActivityExecutionContext context;
  private final Runnable beside;
  private volatile Object details = "opening";
  private @Nullable ActivityCompletionException answer;

  private final Heartbeats heartbeats;

  private ActivityPulse(ActivityExecutionContext context, Runnable beside) {
    this.context = context;
    this.beside = beside;
    this.heartbeats = Heartbeats.start(() -> details);
  }

  /** The pulse of the activity that the calling thread carries out, until it is closed. */
  public static ActivityPulse start() {
    return start(() -> {});
  }

  /** The same; {@code beside} is done with every beat of the batch. */
  public static ActivityPulse start(Runnable beside) {
    return new ActivityPulse(Activity.getExecutionContext(), beside);
  }

  @Override
  public synchronized Wish beat(Counters counters) {
    details = counters;
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

  @Override
  public void close() {
    heartbeats.close();
  }
}
