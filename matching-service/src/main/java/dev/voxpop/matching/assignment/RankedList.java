package dev.voxpop.matching.assignment;

import java.util.Arrays;
import java.util.function.DoubleToLongFunction;

/**
 * The personas of one group in descending order of weight, equal weights by rank, put in order only
 * as far as somebody reads. Personas are named by their ranks.
 *
 * <p>Entries stay as they came and are put in order band by band: a {@link Band} takes those whose
 * weights lie between two bounds, the lower one guessed from a sample. Bands grow fourfold:
 * O(length) for the first entries, O(length · log) for all of them. Weights are kept as their bits,
 * which compare like the weights.
 */
final class RankedList {

  private static final int FIRST_BAND = 16;
  private static final int FIRST_SHARE = 8;
  private static final int[] NOBODY = {};
  private static final long[] NOTHING = {};

  private int limit;
  private int[] personas = NOBODY;
  private long[] weights = NOTHING;
  private int size;
  private double floor;

  /** Whether some of the floor's weight were left out. */
  private boolean equalLeft;

  private int[] members = NOBODY;
  private long[] values = NOTHING;
  private long bound = Long.MAX_VALUE;

  /** Makes an empty list that is cut to about a limit whenever it is twice as long. */
  RankedList(int limit) {
    this.limit = limit;
  }

  int limit() {
    return limit;
  }

  int size() {
    return size;
  }

  /** Returns from which weight on the list is complete. */
  double floor() {
    return floor;
  }

  /** The personas that are in order, to be read only. */
  int[] members() {
    return members;
  }

  /** The values of those that are in order, to be read only. */
  long[] values() {
    return values;
  }

  /** Empties the list and lets it grow longer. */
  void restart(int deeper) {
    limit = deeper;
    size = 0;
    floor = 0;
    equalLeft = false;
    members = NOBODY;
    values = NOTHING;
    bound = Long.MAX_VALUE;
  }

  /** Makes room for so many more entries. */
  void reserve(int more, long expected) {
    int needed = size + more;
    if (needed > personas.length) {
      long growth = Math.max(expected, size == 0 ? 0 : personas.length + personas.length / 2L);
      int capacity = (int) Math.max(needed, Math.min(growth, Integer.MAX_VALUE / 2));
      personas = Arrays.copyOf(personas, capacity);
      weights = Arrays.copyOf(weights, capacity);
    }
  }

  /** Appends candidates that are not below the floor; there must be room. */
  void append(int[] ranks, int[] candidates, double[] products, int count) {
    int[] ids = personas;
    long[] bits = weights;
    int next = size;
    for (int i = 0; i < count; i++) {
      ids[next] = ranks[candidates[i]];
      bits[next] = Double.doubleToRawLongBits(products[i]);
      next += products[i] >= floor ? 1 : 0;
    }
    size = next;
  }

  /** Keeps the first entries up to the limit or a little more, and refuses smaller ones. */
  void cut() {
    raiseFloor(limit);
    if (size > limit + limit / 2) {
      cutEqual();
    }
  }

  /** Keeps about so many of the first entries, and refuses those of smaller weight from now on. */
  void raiseFloor(int keep) {
    long least = Band.bound(weights, size, Long.MAX_VALUE, keep);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      long weight = weights[i];
      weights[kept] = weight;
      personas[kept] = personas[i];
      kept += weight >= least ? 1 : 0;
    }
    size = kept;
    equalLeft &= Double.doubleToRawLongBits(floor) == least;
    floor = Double.longBitsToDouble(least);
  }

  /** Keeps as many as the limit says: of equal weights, those of the lowest ranks. */
  private void cutEqual() {
    var band = new Band();
    band.take(personas, weights, size, 0, Long.MAX_VALUE);
    band.sort();
    band.copyTo(personas, weights, limit);
    size = limit;
    floor = Double.longBitsToDouble(weights[limit - 1]);
    equalLeft = true;
  }

  /** Ends the filling: nothing comes before what was left out. */
  void close() {
    if (equalLeft && size > limit) {
      cutEqual();
    }
  }

  /** Puts the list in order up to a position at least. */
  void order(int position, DoubleToLongFunction key, Band band) {
    while (position >= members.length && members.length < size) {
      int from = members.length;
      int wanted = from == 0 ? Math.max(FIRST_BAND, limit / FIRST_SHARE) : 3 * from;
      long least = wanted >= (size - from) / 2 ? 0 : Band.bound(weights, size, bound, wanted);
      int to = from + band.take(personas, weights, size, least, bound);
      band.sort();
      members = Arrays.copyOf(members, to);
      values = Arrays.copyOf(values, to);
      band.copyTo(members, values, from, key);
      bound = least;
    }
  }
}
