package dev.voxpop.analysis.activity;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Signs of life of one activity, given in the background until closed. */
final class Heartbeats implements AutoCloseable {

  private static final int SECONDS = 2;

  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("analysis-heartbeat").factory());

  private Heartbeats() {}

  /** Starts to give signs of life for the activity of the calling thread. */
  static Heartbeats start() {
    ActivityExecutionContext context = Activity.getExecutionContext();
    Heartbeats heartbeats = new Heartbeats();
    var _ =
        heartbeats.beats.scheduleWithFixedDelay(
            () -> beat(context), SECONDS, SECONDS, TimeUnit.SECONDS);
    return heartbeats;
  }

  @Override
  public void close() {
    beats.shutdownNow();
  }

  private static void beat(ActivityExecutionContext context) {
    try {
      context.heartbeat("analysing");
    } catch (ActivityCompletionException e) {
      // A report is stored only once and costs nothing, so it may be finished.
      return;
    }
  }
}
