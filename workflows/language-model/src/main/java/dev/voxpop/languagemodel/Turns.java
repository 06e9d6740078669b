package dev.voxpop.languagemodel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Who waits for a place and who comes next: round-robin over the experiments that wait, first come,
 * first served within one.
 *
 * <p>O(1) a hand-out, O(experiments) when the waiting ones are at their own ceilings. Not
 * thread-safe; {@link CallGate} holds the lock.
 */
final class Turns {

  private final Map<String, Line> lines = new HashMap<>();
  private final Deque<Line> waiting = new ArrayDeque<>();
  private final int most;
  private int held;

  Turns(int most) {
    this.most = most;
  }

  /** The waiting and the sitting of one experiment. */
  static final class Line {
    private final String experiment;
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private int ceiling;
    private int held;

    private Line(String experiment, int ceiling) {
      this.experiment = experiment;
      this.ceiling = ceiling;
    }
  }

  /** One that waits; the permit is there when its place is. */
  static final class Waiter {
    private final Line line;
    private final Semaphore handed = new Semaphore(0);

    private Waiter(Line line) {
      this.line = line;
    }

    Line line() {
      return line;
    }

    Semaphore handed() {
      return handed;
    }
  }

  int held() {
    return held;
  }

  Waiter join(String experiment) {
    Waiter waiter = new Waiter(line(experiment));
    if (waiter.line.waiters.isEmpty()) {
      waiting.addLast(waiter.line);
    }
    waiter.line.waiters.addLast(waiter);
    return waiter;
  }

  /** Takes a waiter out of its line, or takes back the place that it was handed meanwhile. */
  void leave(Waiter waiter) {
    Line line = waiter.line;
    if (!line.waiters.remove(waiter)) {
      giveBack(line);
    } else if (line.waiters.isEmpty()) {
      waiting.remove(line);
      dropIfIdle(line);
    }
  }

  void giveBack(Line line) {
    held--;
    line.held--;
    dropIfIdle(line);
  }

  void setCeiling(String experiment, int places) {
    Line line = line(experiment);
    line.ceiling = places;
    dropIfIdle(line);
  }

  /** Hands out places up to the limit. */
  void handOut(int limit) {
    int passed = 0;
    while (held < limit && passed < waiting.size()) {
      Line line = waiting.removeFirst();
      if (line.held >= line.ceiling) {
        waiting.addLast(line);
        passed++;
        continue;
      }
      passed = 0;
      Waiter next = line.waiters.removeFirst();
      if (!line.waiters.isEmpty()) {
        waiting.addLast(line);
      }
      held++;
      line.held++;
      next.handed.release();
    }
  }

  private Line line(String experiment) {
    return lines.computeIfAbsent(experiment, name -> new Line(name, most));
  }

  private void dropIfIdle(Line line) {
    if (line.held == 0 && line.waiters.isEmpty() && line.ceiling == most) {
      lines.remove(line.experiment, line);
    }
  }
}
