package dev.voxpop.backstory.activity;

import dev.voxpop.backstory.batch.Pulse;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.ActivityWorkerShutdownException;

/** The heartbeat of the activity that the calling thread carries out. */
final class ActivityPulse implements Pulse {

  private final ActivityExecutionContext context;
  private final Runnable beside;

  private ActivityPulse(ActivityExecutionContext context, Runnable beside) {
    this.context = context;
    this.beside = beside;
  }

  /** The pulse of this activity; {@code beside} is done with every beat. */
  static ActivityPulse of(Runnable beside) {
    return new ActivityPulse(Activity.getExecutionContext(), beside);
  }

  @Override
  public Wish beat(Progress progress) {
    try {
      context.heartbeat(progress);
      beside.run();
      return Wish.GO_ON;
    } catch (ActivityWorkerShutdownException e) {
      return Wish.LEAVE;
    } catch (ActivityCompletionException e) {
      return Wish.CANCEL;
    }
  }
}
