package dev.voxpop.interviewing.store;

import dev.voxpop.interviewing.SeriesKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The entries that wait for the writer. A group holds at most one entry of each series, in order of
 * their keys, so that two writers take rows in the same order; later entries of the same series
 * come with the next group.
 */
final class Gathering<W extends Waiting<?>> {
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final int GROUPS_HELD = 16;

  private final BlockingQueue<W> queue;
  private final Deque<W> postponed = new ArrayDeque<>();
  private final Duration linger;
  private final int most;

  Gathering(Duration linger, int most) {
    this.queue = new LinkedBlockingQueue<>(GROUPS_HELD * most);
    this.linger = linger;
    this.most = most;
  }

  /** Adds an entry; waits while too many are held. */
  void put(W writing) throws InterruptedException {
    queue.put(writing);
  }

  boolean isEmpty() {
    return queue.isEmpty() && postponed.isEmpty();
  }

  /** The next entries: whatever comes within the linger after the first one; maybe none. */
  List<W> group() throws InterruptedException {
    List<W> group = new ArrayList<>();
    Set<SeriesKey> keys = new HashSet<>();
    for (int i = postponed.size(); i > 0; i--) {
      add(postponed.remove(), group, keys);
    }
    if (group.isEmpty()) {
      @Nullable W first = queue.poll(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
      if (first == null) {
        return group;
      }
      add(first, group, keys);
    }
    fill(group, keys);
    group.sort(Comparator.comparing(writing -> writing.entry().key()));
    return group;
  }

  private void fill(List<W> group, Set<SeriesKey> keys) throws InterruptedException {
    long deadline = System.nanoTime() + linger.toNanos();
    while (group.size() < most) {
      long wait = Math.max(0, deadline - System.nanoTime());
      @Nullable W next = queue.poll(wait, TimeUnit.NANOSECONDS);
      if (next == null) {
        return;
      }
      add(next, group, keys);
    }
  }

  private void add(W writing, List<W> group, Set<SeriesKey> keys) {
    if (keys.add(writing.entry().key())) {
      group.add(writing);
    } else {
      postponed.add(writing);
    }
  }
}
