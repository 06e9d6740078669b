package dev.voxpop.matching.assignment;

import java.util.Arrays;

/** The accepted bids of every group: a binary heap per group with the lowest bid on top. */
final class Slots {

  static final int NOBODY = -1;

  private final int[] offsets;
  private final int[] counts;
  private final double[] bids;
  private final int[] bidders;

  Slots(int[] sizes) {
    this.offsets = new int[sizes.length + 1];
    for (int group = 0; group < sizes.length; group++) {
      offsets[group + 1] = offsets[group] + sizes[group];
    }
    this.counts = new int[sizes.length];
    this.bids = new double[offsets[sizes.length]];
    this.bidders = new int[offsets[sizes.length]];
  }

  void clear() {
    Arrays.fill(counts, 0);
  }

  boolean isFull(int group) {
    return counts[group] == offsets[group + 1] - offsets[group];
  }

  /** Returns the lowest accepted bid of a group that has one. */
  double lowest(int group) {
    return bids[offsets[group]];
  }

  int count(int group) {
    return counts[group];
  }

  int bidder(int group, int slot) {
    return bidders[offsets[group] + slot];
  }

  /** Accepts a bid and returns the bidder who loses a slot for it, or {@link #NOBODY}. */
  int accept(int group, double bid, int bidder) {
    int base = offsets[group];
    if (!isFull(group)) {
      up(base, counts[group]++, bid, bidder);
      return NOBODY;
    }
    int loser = bidders[base];
    down(base, counts[group], bid, bidder);
    return loser;
  }

  private void up(int base, int from, double bid, int bidder) {
    int at = from;
    while (at > 0 && bid < bids[base + (at - 1) / 2]) {
      move(base, (at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    bids[base + at] = bid;
    bidders[base + at] = bidder;
  }

  private void down(int base, int size, double bid, int bidder) {
    int at = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && bids[base + child + 1] < bids[base + child]) {
        child++;
      }
      if (bid <= bids[base + child]) {
        break;
      }
      move(base, child, at);
      at = child;
      child = 2 * at + 1;
    }
    bids[base + at] = bid;
    bidders[base + at] = bidder;
  }

  private void move(int base, int from, int to) {
    bids[base + to] = bids[base + from];
    bidders[base + to] = bidders[base + from];
  }
}
