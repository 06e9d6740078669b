package dev.voxpop.languagemodel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The places at one model alias in this process: how many calls may be in flight, and who is next.
 *
 * <p>The number of places is adaptive, see {@link AdaptiveLimit}. Places are handed out round-robin
 * over the experiments that wait, and within one experiment first come, first served; an experiment
 * may have a ceiling of its own. A lower limit takes no place away: it holds back new ones.
 *
 * <p><b>Determinism:</b> the order of hand-out is a function of the order of calls to this class.
 * O(1) a hand-out, O(experiments) when the waiting ones are at their own ceilings.
 */
// Longer than the budget: everything here is one lock's critical sections.
public final class CallGate {

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Line> lines = new HashMap<>();
  private final Deque<Line> turns = new ArrayDeque<>();
  private final int most;
  private final AdaptiveLimit limit;
  private int held;

  private CallGate(int most) {
    this.most = most;
    this.limit = new AdaptiveLimit(most);
  }

  /** A gate with at most this many places, all of them open. */
  public static CallGate of(int most) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "A gate of " + most + " places lets nobody in.\nMaybe set max-concurrency to 1 or more.");
    }
    return new CallGate(most);
  }

  /**
   * Waits for a place.
   *
   * @throws InterruptedException when the waiting thread is interrupted; nothing is held then
   */
  public Place enter(String experiment) throws InterruptedException {
    Waiter waiter = join(experiment);
    boolean handed = false;
    try {
      waiter.handed.acquire();
      handed = true;
      return new Place(waiter.line);
    } finally {
      if (!handed) {
        leave(waiter);
      }
    }
  }

  /**
   * Waits for a place, at most this long; empty when none came free.
   *
   * @throws InterruptedException when the waiting thread is interrupted; nothing is held then
   */
  public Optional<Place> enter(String experiment, Duration patience) throws InterruptedException {
    return enter(experiment, patience, () -> false);
  }

  /**
   * Waits for a place as long as {@code wanted} says yes; it is asked again after every slice.
   *
   * @throws InterruptedException when the waiting thread is interrupted; nothing is held then
   */
  Optional<Place> enter(String experiment, Duration slice, BooleanSupplier wanted)
      throws InterruptedException {
    Waiter waiter = join(experiment);
    boolean handed = false;
    try {
      do {
        handed = waiter.handed.tryAcquire(slice.toNanos(), TimeUnit.NANOSECONDS);
      } while (!handed && wanted.getAsBoolean());
    } finally {
      if (!handed) {
        leave(waiter);
      }
    }
    return handed ? Optional.of(new Place(waiter.line)) : Optional.empty();
  }

  /** Sets the ceiling for all experiments, 1 … {@link #most()}; the same value changes nothing. */
  public void setConcurrency(int places) {
    requireRange(places);
    locked(() -> limit.setCeiling(places));
  }

  /** Sets the ceiling of one experiment, 1 … {@link #most()}. */
  public void setConcurrency(String experiment, int places) {
    requireRange(places);
    locked(() -> line(experiment).ceiling = places);
  }

  /** Forgets the ceiling of an experiment that has ended. */
  public void forget(String experiment) {
    locked(
        () -> {
          Line line = line(experiment);
          line.ceiling = most;
          dropIfIdle(line);
        });
  }

  /** The largest number of places that can ever be open: as configured. */
  public int most() {
    return most;
  }

  /** The number of places open now. */
  public int limit() {
    lock.lock();
    try {
      return limit.current();
    } finally {
      lock.unlock();
    }
  }

  /** The number of places taken now. */
  public int held() {
    lock.lock();
    try {
      return held;
    } finally {
      lock.unlock();
    }
  }

  /** A mark to be taken before a call leaves and brought back when it is refused. */
  long mark() {
    lock.lock();
    try {
      return limit.mark();
    } finally {
      lock.unlock();
    }
  }

  /** A call ended well. */
  void succeeded() {
    locked(limit::succeeded);
  }

  /** A call that left at this mark was refused for its rate. */
  void refused(long mark) {
    locked(() -> limit.refused(mark));
  }

  private void requireRange(int places) {
    if (places < 1 || places > most) {
      throw new IllegalArgumentException(
          "A concurrency of %d is not in 1 … %d.\nMaybe raise max-concurrency of the model alias."
              .formatted(places, most));
    }
  }

  private Waiter join(String experiment) {
    lock.lock();
    try {
      Waiter waiter = new Waiter(line(experiment));
      if (waiter.line.waiting.isEmpty()) {
        turns.addLast(waiter.line);
      }
      waiter.line.waiting.addLast(waiter);
      handOut();
      return waiter;
    } finally {
      lock.unlock();
    }
  }

  private void leave(Waiter waiter) {
    locked(
        () -> {
          Line line = waiter.line;
          if (line.waiting.remove(waiter)) {
            if (line.waiting.isEmpty()) {
              turns.remove(line);
            }
          } else {
            release(line);
          }
          dropIfIdle(line);
        });
  }

  private void giveBack(Line line) {
    locked(
        () -> {
          release(line);
          dropIfIdle(line);
        });
  }

  private void release(Line line) {
    held--;
    line.held--;
  }

  private void handOut() {
    int passed = 0;
    while (held < limit.current() && passed < turns.size()) {
      Line line = turns.removeFirst();
      if (line.held >= line.ceiling) {
        turns.addLast(line);
        passed++;
        continue;
      }
      passed = 0;
      Waiter next = line.waiting.removeFirst();
      if (!line.waiting.isEmpty()) {
        turns.addLast(line);
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
    if (line.held == 0 && line.waiting.isEmpty() && line.ceiling == most) {
      lines.remove(line.experiment, line);
    }
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
      handOut();
    } finally {
      lock.unlock();
    }
  }

  /** One place, taken until it is closed. */
  public final class Place implements AutoCloseable {
    private final Line line;
    private boolean closed;

    private Place(Line line) {
      this.line = line;
    }

    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        giveBack(line);
      }
    }
  }

  /** The waiting and the sitting of one experiment. */
  private static final class Line {
    private final String experiment;
    private final Deque<Waiter> waiting = new ArrayDeque<>();
    private int ceiling;
    private int held;

    private Line(String experiment, int ceiling) {
      this.experiment = experiment;
      this.ceiling = ceiling;
    }
  }

  private static final class Waiter {
    private final Line line;
    private final Semaphore handed = new Semaphore(0);

    private Waiter(Line line) {
      this.line = line;
    }
  }
}
