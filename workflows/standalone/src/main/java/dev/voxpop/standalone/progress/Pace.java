package dev.voxpop.standalone.progress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** How fast a count grows, over the last half minute. */
final class Pace {

  private static final long WINDOW_NANOS = Duration.ofSeconds(30).toNanos();

  private final Deque<Reading> readings = new ArrayDeque<>();

  private record Reading(long nanos, long count) {}

  /** Takes note of the count at a moment; moments do not decrease. */
  void note(long nanos, long count) {
    readings.addLast(new Reading(nanos, count));
    while (readings.size() > 2 && nanos - second().nanos() >= WINDOW_NANOS) {
      readings.removeFirst();
    }
  }

  /** Counts a second; 0 before there is a second reading. */
  double perSecond() {
    Reading first = readings.isEmpty() ? new Reading(0, 0) : readings.getFirst();
    Reading last = readings.isEmpty() ? first : readings.getLast();
    long nanos = last.nanos() - first.nanos();
    return nanos == 0 ? 0 : (last.count() - first.count()) * 1e9 / nanos;
  }

  /**
   * Seconds until {@code left} more are counted; empty before half a minute and at a standstill.
   */
  OptionalDouble secondsFor(long left) {
    boolean known =
        !readings.isEmpty()
            && readings.getLast().nanos() - readings.getFirst().nanos() >= WINDOW_NANOS;
    double pace = perSecond();
    return known && pace > 0 ? OptionalDouble.of(left / pace) : OptionalDouble.empty();
  }

  private Reading second() {
    return readings.stream().skip(1).findFirst().orElseThrow();
  }
}
