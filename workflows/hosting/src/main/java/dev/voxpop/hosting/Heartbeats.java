package dev.voxpop.hosting;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Signs of life of one activity, given in the background until closed. */
public final class Heartbeats implements AutoCloseable {

  private static final int SECONDS = 2;

  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("heartbeat").factory());

  private Heartbeats() {}

  /** Starts to give signs of life for the activity of the calling thread, saying what it does. */
  public static Heartbeats start(String doing) {
    return start(() -> doing);
  }

  /** The same, saying each time how far it is. */
  public static Heartbeats start(Supplier<Object> details) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    var heartbeats = new Heartbeats();
    var _ =
        heartbeats.beats.scheduleWithFixedDelay(
            () -> beat(context, details.get()), SECONDS, SECONDS, TimeUnit.SECONDS);
    return heartbeats;
  }

  @Override
  public void close() {
    beats.shutdownNow();
  }

  private static void beat(ActivityExecutionContext context, Object details) {
    try {
      context.heartbeat(details);
    } catch (ActivityCompletionException e) {
      // Work that costs nothing may run to its end; work that does hears of it by its own beats.
      return;
    }
  }
}
