package dev.voxpop.simulator.server;

import java.util.function.LongSupplier;

/**
 * A token bucket that holds a minute's allowance and refills evenly. A capacity of 0 lets
 * everything through.
 */
final class Bucket {
  private static final double NANOS_PER_MINUTE = 60e9;

  private final double capacity;
  private final LongSupplier nanos;
  private double level;
  private long last;

  Bucket(int perMinute, LongSupplier nanos) {
    this.capacity = perMinute;
    this.nanos = nanos;
    this.level = perMinute;
    this.last = nanos.getAsLong();
  }

  /**
   * Takes an amount when it is there; an amount above the whole capacity is taken when the bucket
   * is full.
   */
  synchronized boolean take(double amount) {
    if (capacity == 0) {
      return true;
    }
    refill();
    double wanted = Math.min(amount, capacity);
    if (level < wanted) {
      return false;
    }
    level -= wanted;
    return true;
  }

  /** Seconds until an amount is there. */
  synchronized double secondsUntil(double amount) {
    if (capacity == 0) {
      return 0;
    }
    refill();
    return Math.max(0, (Math.min(amount, capacity) - level) / capacity * 60);
  }

  synchronized long remaining() {
    return (long) level;
  }

  long capacity() {
    return (long) capacity;
  }

  private void refill() {
    long now = nanos.getAsLong();
    level = Math.min(capacity, level + (now - last) / NANOS_PER_MINUTE * capacity);
    last = now;
  }
}
