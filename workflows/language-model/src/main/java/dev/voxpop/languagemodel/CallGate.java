package dev.voxpop.languagemodel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * The places at one model alias in this process: how many calls may be in flight, and who is next.
 *
 * <p>The number of places is adaptive, see {@link AdaptiveLimit}; the order is that of {@link
 * Turns}; an experiment may have a ceiling of its own. A lower limit takes no place away: it holds
 * back new ones. The order of hand-out is a function of the order of calls to this class. All
 * methods may be called from any thread.
 */
public final class CallGate {

  private final ReentrantLock lock = new ReentrantLock();
  private final int most;
  private final AdaptiveLimit limit;
  private final Turns turns;

  private CallGate(int most) {
    this.most = most;
    this.limit = new AdaptiveLimit(most);
    this.turns = new Turns(most);
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
    return enter(experiment, Duration.ofSeconds(1), () -> true).orElseThrow();
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
    Turns.Waiter waiter = join(experiment);
    boolean handed = false;
    try {
      do {
        handed = waiter.handed().tryAcquire(slice.toNanos(), TimeUnit.NANOSECONDS);
      } while (!handed && wanted.getAsBoolean());
    } finally {
      if (!handed) {
        change(() -> turns.leave(waiter));
      }
    }
    return handed ? Optional.of(new Place(waiter.line())) : Optional.empty();
  }

  /** Sets the ceiling for all experiments, 1 … {@link #most()}; the same value changes nothing. */
  public void setConcurrency(int places) {
    requireRange(places);
    change(() -> limit.setCeiling(places));
  }

  /** Sets the ceiling of one experiment, 1 … {@link #most()}. */
  public void setConcurrency(String experiment, int places) {
    requireRange(places);
    change(() -> turns.setCeiling(experiment, places));
  }

  /** Forgets the ceiling of an experiment that has ended. */
  public void forget(String experiment) {
    change(() -> turns.setCeiling(experiment, most));
  }

  /** The largest number of places that can ever be open: as configured. */
  public int most() {
    return most;
  }

  /** The number of places open now. */
  public int limit() {
    return read(limit::current);
  }

  /** The number of places taken now. */
  public int held() {
    return read(turns::held);
  }

  /** A mark to be taken before a call leaves and brought back when it is refused. */
  int mark() {
    return read(limit::mark);
  }

  /** A call ended well. */
  void succeeded() {
    change(limit::succeeded);
  }

  /** A call that left at this mark was refused for its rate. */
  void refused(int mark) {
    change(() -> limit.refused(mark));
  }

  private void requireRange(int places) {
    if (places < 1 || places > most) {
      throw new IllegalArgumentException(
          "A concurrency of %d is not in 1 … %d.\nMaybe raise max-concurrency of the model alias."
              .formatted(places, most));
    }
  }

  private Turns.Waiter join(String experiment) {
    lock.lock();
    try {
      Turns.Waiter waiter = turns.join(experiment);
      turns.handOut(limit.current());
      return waiter;
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      turns.handOut(limit.current());
    } finally {
      lock.unlock();
    }
  }

  private int read(IntSupplier value) {
    lock.lock();
    try {
      return value.getAsInt();
    } finally {
      lock.unlock();
    }
  }

  /** One place, taken until it is closed; closing it twice is closing it once. */
  public final class Place implements AutoCloseable {
    private final Turns.Line line;
    private boolean closed;

    private Place(Turns.Line line) {
      this.line = line;
    }

    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        change(() -> turns.giveBack(line));
      }
    }
  }
}
