package dev.voxpop.hosting;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Signs of life of one activity, given in the background until closed. */
public final class Heartbeats implements AutoCloseable {

  private static final int SECONDS = 2;

  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("heartbeat").factory());

  private Heartbeats() {}

  /** Starts to give signs of life for the activity of the calling thread, saying what it does. */
  public static Heartbeats start(String doing) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    var heartbeats = new Heartbeats();
    var _ =
        heartbeats.beats.scheduleWithFixedDelay(
            () -> beat(context, doing), SECONDS, SECONDS, TimeUnit.SECONDS);
    return heartbeats;
  }

  @Override
  public void close() {
    beats.shutdownNow();
  }

  private static void beat(ActivityExecutionContext context, String doing) {
    try {
      context.heartbeat(doing);
    } catch (ActivityCompletionException e) {
      // The work is stored only once and costs nothing, so it may run to its end.
      return;
    }
  }
}
