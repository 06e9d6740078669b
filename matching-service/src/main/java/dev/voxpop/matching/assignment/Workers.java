package dev.voxpop.matching.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A few threads that share work cut into contiguous ranges.
 *
 * <p>Work must write to places that belong to its range only; then the number of threads cannot
 * change a result.
 *
 * @param threads number of threads, at least one
 */
public record Workers(int threads) {

  private static final int RANGES_PER_THREAD = 4;

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
    int ranges = threads == 1 ? 1 : Math.min(size, threads * RANGES_PER_THREAD);
    if (ranges <= 1) {
      work.work(0, size);
      return;
    }
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int range = 0; range < ranges; range++) {
      int from = (int) ((long) size * range / ranges);
      int to = (int) ((long) size * (range + 1) / ranges);
      tasks.add(
          () -> {
            work.work(from, to);
            return null;
          });
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      await(pool.invokeAll(tasks));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Matching was interrupted.\nMaybe the run was stopped?", e);
    }
  }

  private static void await(List<Future<Void>> tasks) throws InterruptedException {
    for (Future<Void> task : tasks) {
      try {
        task.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(
            "Matching failed: %s.\nMaybe there is too little memory?".formatted(e.getCause()), e);
      }
    }
  }
}
