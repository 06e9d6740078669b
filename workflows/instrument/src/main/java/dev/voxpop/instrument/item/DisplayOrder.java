package dev.voxpop.instrument.item;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An order in which options are shown: the original index at every position.
 *
 * <p>With originals [1, 2, 0] the first, second and third mark stand for the options of original
 * index 1, 2 and 0. An answer at position p is therefore {@code originalAt(p)}.
 */
public record DisplayOrder(List<Integer> originals) {
  public DisplayOrder {
    originals = List.copyOf(originals);
    BitSet seen = new BitSet();
    originals.stream().filter(i -> i >= 0).forEach(seen::set);
    if (seen.cardinality() != originals.size() || seen.length() != originals.size()) {
      throw new IllegalArgumentException(
          "%s is not a permutation of 0 to %d.\nMaybe an index is missing or doubled."
              .formatted(originals, originals.size() - 1));
    }
  }

  /** The given original indices in display order. */
  public static DisplayOrder of(int... originals) {
    return new DisplayOrder(IntStream.of(originals).boxed().toList());
  }

  /** The questionnaire's own order. */
  public static DisplayOrder identity(int size) {
    return new DisplayOrder(IntStream.range(0, size).boxed().toList());
  }

  /** The full reversal. */
  public static DisplayOrder reversed(int size) {
    return new DisplayOrder(IntStream.range(0, size).map(i -> size - 1 - i).boxed().toList());
  }

  /** A uniform random order, the same for the same seed. */
  public static DisplayOrder shuffled(int size, long seed) {
    return new DisplayOrder(Shuffle.seeded(seed).of(identity(size).originals));
  }

  /** Number of options. */
  public int size() {
    return originals.size();
  }

  /** Original index of the option shown at a position. */
  public int originalAt(int position) {
    return originals.get(position);
  }

  /** Position at which the option of an original index is shown. */
  public int positionOf(int original) {
    return originals.indexOf(original);
  }

  /** The elements in display order. */
  public <T> List<T> arrange(List<T> elements) {
    return originals.stream().map(elements::get).toList();
  }

  /** This order, followed by further options at their own places. */
  public DisplayOrder extendedTo(int size) {
    List<Integer> longer = new ArrayList<>(originals);
    IntStream.range(size(), size).forEach(longer::add);
    return new DisplayOrder(longer);
  }

  /** The order of the first options alone, of which later options are left out. */
  public DisplayOrder shortenedTo(int size) {
    return new DisplayOrder(originals.stream().filter(i -> i < size).toList());
  }
}
