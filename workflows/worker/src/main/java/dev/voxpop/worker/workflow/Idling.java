package dev.voxpop.worker.workflow;

import java.time.Duration;

/** How long a batch waits before its next turn: longer each time when nothing moves. */
final class Idling {

  private static final int LONGEST_SECONDS = 30;
  private static final Duration LONGEST_ASKED = Duration.ofMinutes(10);

  private int vain;

  /** 1 s after progress; after turns in vain 2, 4, 8, 16 and then 30 s. */
  Duration next(boolean idle) {
    vain = idle ? Math.min(vain + 1, 5) : 0;
    return Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1L << vain));
  }

  /** As long as the stage asks for, at most ten minutes; in vain, at least {@link #next}. */
  Duration atLeast(boolean idle, long millis) {
    Duration asked = Duration.ofMillis(Math.clamp(millis, 1, LONGEST_ASKED.toMillis()));
    Duration own = idle ? next(true) : Duration.ZERO;
    if (!idle) {
      vain = 0;
    }
    return asked.compareTo(own) > 0 ? asked : own;
  }
}
