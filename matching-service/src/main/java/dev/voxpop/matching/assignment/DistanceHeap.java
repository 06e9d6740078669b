package dev.voxpop.matching.assignment;

import java.util.Arrays;

/** A binary heap of (distance, rank, item) whose stale entries the caller skips. */
final class DistanceHeap {

  private long[] distances = new long[256];
  private int[] ranks = new int[256];
  private int[] items = new int[256];
  private int size;

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  long distance() {
    return distances[0];
  }

  int item() {
    return items[0];
  }

  void push(long distance, int rank, int item) {
    if (size == distances.length) {
      distances = Arrays.copyOf(distances, 2 * size);
      ranks = Arrays.copyOf(ranks, 2 * size);
      items = Arrays.copyOf(items, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (!before(distance, rank, parent)) {
        break;
      }
      move(parent, at);
      at = parent;
    }
    put(at, distance, rank, item);
  }

  void pop() {
    size--;
    if (size == 0) {
      return;
    }
    long distance = distances[size];
    int rank = ranks[size];
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && before(distances[child + 1], ranks[child + 1], child)) {
        child++;
      }
      if (before(distance, rank, child)) {
        break;
      }
      move(child, at);
      at = child;
    }
    put(at, distance, rank, items[size]);
  }

  private boolean before(long distance, int rank, int other) {
    return distance < distances[other] || (distance == distances[other] && rank < ranks[other]);
  }

  private void move(int from, int to) {
    distances[to] = distances[from];
    ranks[to] = ranks[from];
    items[to] = items[from];
  }

  private void put(int at, long distance, int rank, int item) {
    distances[at] = distance;
    ranks[at] = rank;
    items[at] = item;
  }
}
