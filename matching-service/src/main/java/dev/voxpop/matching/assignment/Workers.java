package dev.voxpop.matching.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that share work cut into contiguous ranges; the calling thread is one of them.
 *
 * <p>Work must write to places that belong to its range only; then the number of threads cannot
 * change a result.
 *
 * @param threads number of threads, at least one
 */
public record Workers(int threads) {

  private static final int RANGES_PER_THREAD = 8;

  public Workers {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "%d threads cannot work.\nMaybe use 1?".formatted(threads));
    }
  }

  /** Work on the things numbered from {@code from} to {@code to} − 1. */
  @FunctionalInterface
  interface RangeWork {
    void work(int from, int to);
  }

  /** Does the work for all things and returns when it is done. */
  void forRanges(int size, RangeWork work) {
    forRanges(size, () -> work);
  }

  /** Does the work for all things, every thread with its own worker and what that remembers. */
  void forRanges(int size, Supplier<RangeWork> worker) {
    int ranges = threads == 1 ? 1 : Math.min(size, threads * RANGES_PER_THREAD);
    if (ranges <= 1) {
      worker.get().work(0, size);
      return;
    }
    var shift = new Shift(size, ranges, worker);
    List<Thread> others = new ArrayList<>();
    for (int thread = 1; thread < threads; thread++) {
      others.add(Thread.ofPlatform().name("matching-" + thread).daemon().start(shift));
    }
    shift.run();
    join(others);
    Throwable failure = shift.failure.get();
    if (failure != null) {
      throw new IllegalStateException(
          "Matching failed: %s.\nMaybe there is too little memory?".formatted(failure), failure);
    }
  }

  private static void join(List<Thread> threads) {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Matching was interrupted.\nMaybe the run was stopped?", e);
    }
  }

  /** Ranges that are taken one after the other by whoever is free. */
  private static final class Shift implements Runnable {

    private final int size;
    private final int ranges;
    private final Supplier<RangeWork> worker;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Shift(int size, int ranges, Supplier<RangeWork> worker) {
      this.size = size;
      this.ranges = ranges;
      this.worker = worker;
    }

    @Override
    public void run() {
      try {
        RangeWork work = worker.get();
        int range = next.getAndIncrement();
        while (range < ranges && failure.get() == null) {
          work.work(bound(range), bound(range + 1));
          range = next.getAndIncrement();
        }
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
    }

    private int bound(int range) {
      return (int) ((long) size * range / ranges);
    }
  }
}
