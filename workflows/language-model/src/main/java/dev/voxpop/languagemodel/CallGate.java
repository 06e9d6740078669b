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

/**
 * The places at one model alias in this process: how many calls may be in flight, and who is next.
 *
 * <p><b>Computes</b> an adaptive limit (additive increase, multiplicative decrease): every reply
 * 429 halves it, every {@value #SUCCESSES_PER_STEP} replies in a row of successes since the last
 * change raise it by one, within 1 … ceiling. Replies 429 to calls that left before the last
 * halving do not halve again: they tell of the same overload. Places are handed out round-robin
 * over the experiments that wait, within one experiment first come, first served; an experiment may
 * have a ceiling of its own.
 *
 * <p><b>Determinism:</b> the order of hand-out is a function of the order of the calls to this
 * class. O(1) a hand-out, O(experiments) when all waiting ones are at their own ceiling.
 *
 * <p>Reference: D.-M. Chiu, R. Jain, "Analysis of the increase and decrease algorithms for
 * congestion avoidance in computer networks", Computer Networks and ISDN Systems 17 (1989),
 * doi:10.1016/0169-7552(89)90019-6.
 */
public final class CallGate {

  /** Successes that raise the limit by one. */
  public static final int SUCCESSES_PER_STEP = 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Queue> queues = new HashMap<>();
  private final Deque<Queue> turns = new ArrayDeque<>();
  private final int most;
  private int ceiling;
  private int limit;
  private int held;
  private int successes;
  private long halvings;

  private CallGate(int most) {
    this.most = most;
    this.ceiling = most;
    this.limit = most;
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
    try {
      waiter.handed.acquire();
    } catch (InterruptedException e) {
      leaveQueue(waiter);
      throw e;
    }
    return new Place(waiter.queue);
  }

  /**
   * Waits for a place, at most this long; empty when none came free.
   *
   * @throws InterruptedException when the waiting thread is interrupted; nothing is held then
   */
  public Optional<Place> enter(String experiment, Duration patience) throws InterruptedException {
    Waiter waiter = join(experiment);
    boolean handed = false;
    try {
      handed = waiter.handed.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      if (!handed) {
        leaveQueue(waiter);
      }
    }
    return handed ? Optional.of(new Place(waiter.queue)) : Optional.empty();
  }

  /** Sets the ceiling for all experiments, 1 … {@link #most()}; the same value changes nothing. */
  public void setConcurrency(int places) {
    requireRange(places);
    locked(
        () -> {
          if (places != ceiling) {
            ceiling = places;
            limit = places;
            successes = 0;
          }
        });
  }

  /** Sets the ceiling of one experiment, 1 … {@link #most()}. */
  public void setConcurrency(String experiment, int places) {
    requireRange(places);
    locked(() -> queue(experiment).ceiling = places);
  }

  /** Forgets what is known of an experiment that has ended. */
  public void forget(String experiment) {
    locked(
        () -> {
          Queue queue = queue(experiment);
          queue.ceiling = most;
          dropIfIdle(queue);
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
      return limit;
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

  /** A mark to be taken before a call leaves and given back with its outcome. */
  long mark() {
    lock.lock();
    try {
      return halvings;
    } finally {
      lock.unlock();
    }
  }

  /** A call ended well. */
  void succeeded() {
    locked(
        () -> {
          if (++successes >= SUCCESSES_PER_STEP) {
            successes = 0;
            limit = Math.min(ceiling, limit + 1);
          }
        });
  }

  /** A call that left at this mark was refused for its rate. */
  void refused(long mark) {
    locked(
        () -> {
          if (mark == halvings) {
            halvings++;
            successes = 0;
            limit = Math.max(1, limit / 2);
          }
        });
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
      Queue queue = queue(experiment);
      Waiter waiter = new Waiter(queue);
      if (queue.waiting.isEmpty()) {
        turns.addLast(queue);
      }
      queue.waiting.addLast(waiter);
      handOut();
      return waiter;
    } finally {
      lock.unlock();
    }
  }

  private void leaveQueue(Waiter waiter) {
    locked(
        () -> {
          Queue queue = waiter.queue;
          if (waiter.handed.tryAcquire()) {
            release(queue);
          } else if (queue.waiting.remove(waiter) && queue.waiting.isEmpty()) {
            turns.remove(queue);
          }
          dropIfIdle(queue);
        });
  }

  private void giveBack(Queue queue) {
    locked(
        () -> {
          release(queue);
          dropIfIdle(queue);
        });
  }

  private void release(Queue queue) {
    held--;
    queue.held--;
  }

  private void handOut() {
    int passed = 0;
    while (held < limit && passed < turns.size()) {
      Queue queue = turns.removeFirst();
      if (queue.held >= queue.ceiling) {
        turns.addLast(queue);
        passed++;
        continue;
      }
      passed = 0;
      Waiter next = queue.waiting.removeFirst();
      if (!queue.waiting.isEmpty()) {
        turns.addLast(queue);
      }
      held++;
      queue.held++;
      next.handed.release();
    }
  }

  private Queue queue(String experiment) {
    return queues.computeIfAbsent(experiment, name -> new Queue(name, most));
  }

  private void dropIfIdle(Queue queue) {
    if (queue.held == 0 && queue.waiting.isEmpty() && queue.ceiling == most) {
      queues.remove(queue.experiment, queue);
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
    private final Queue queue;
    private boolean closed;

    private Place(Queue queue) {
      this.queue = queue;
    }

    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        giveBack(queue);
      }
    }
  }

  private static final class Queue {
    private final String experiment;
    private final Deque<Waiter> waiting = new ArrayDeque<>();
    private int ceiling;
    private int held;

    private Queue(String experiment, int ceiling) {
      this.experiment = experiment;
      this.ceiling = ceiling;
    }
  }

  private static final class Waiter {
    private final Queue queue;
    private final Semaphore handed = new Semaphore(0);

    private Waiter(Queue queue) {
      this.queue = queue;
    }
  }
}
