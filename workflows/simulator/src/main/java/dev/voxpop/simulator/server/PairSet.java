package dev.voxpop.simulator.server;

/**
 * A growing set of 64-bit names with linear probing: 16 bytes or less per name, so that millions of
 * calls can be told apart.
 */
final class PairSet {
  private long[] slots = new long[1 << 12];
  private long size;
  private boolean zero;

  /** Adds a name; whether it was new. */
  synchronized boolean add(long name) {
    if (name == 0) {
      boolean fresh = !zero;
      zero = true;
      size += fresh ? 1 : 0;
      return fresh;
    }
    if (size * 3 > slots.length * 2L) {
      grow();
    }
    boolean fresh = insert(slots, name);
    size += fresh ? 1 : 0;
    return fresh;
  }

  synchronized long size() {
    return size;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long name : slots) {
      if (name != 0) {
        insert(larger, name);
      }
    }
    slots = larger;
  }

  private static boolean insert(long[] slots, long name) {
    int mask = slots.length - 1;
    int at = (int) (name ^ (name >>> 32)) & mask;
    while (slots[at] != 0) {
      if (slots[at] == name) {
        return false;
      }
      at = (at + 1) & mask;
    }
    slots[at] = name;
    return true;
  }
}
