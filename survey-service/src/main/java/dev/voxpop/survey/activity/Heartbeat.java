package dev.voxpop.survey.activity;

import io.temporal.activity.ActivityExecutionContext;
import java.time.Duration;

/**
 * A heartbeat for work that goes on by itself: beats when asked, but not more often than needed.
 */
final class Heartbeat {
  private static final long INTERVAL_NANOS = Duration.ofSeconds(4).toNanos();

  private final ActivityExecutionContext context;
  private long last = System.nanoTime();

  Heartbeat(ActivityExecutionContext context) {
    this.context = context;
  }

  /** Beats if it is time; ends the work by an exception when it is no longer wanted. */
  void beat(long done) {
    if (System.nanoTime() - last > INTERVAL_NANOS) {
      last = System.nanoTime();
      context.heartbeat(done);
    }
  }
}
