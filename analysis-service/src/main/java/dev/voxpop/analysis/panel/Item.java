package dev.voxpop.analysis.panel;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One question with its declared options, in declared order.
 *
 * @param id unique id
 * @param text wording shown to readers
 * @param keying direction within a scale
 */
public record Item(String id, String text, ItemKind kind, List<Option> options, Keying keying) {

  /** The largest number of options a column can hold. */
  public static final int MAX_OPTIONS = 120;

  /** Copies the options and checks their number and order. */
  public Item {
    options = List.copyOf(options);
    if (options.isEmpty() || options.size() > MAX_OPTIONS) {
      throw new IllegalArgumentException(
          "Question '" + id + "' has " + options.size() + " options.\nMaybe it is not a choice.");
    }
    requireIncreasing(id, options);
  }

  /** An ordinal question with the codes and positions 1 … {@code levels}. */
  public static Item ordinal(String id, int levels) {
    List<Option> options =
        IntStream.rangeClosed(1, levels)
            .mapToObj(code -> new Option(Integer.toString(code), Integer.toString(code), code))
            .toList();
    return new Item(id, id, ItemKind.ORDINAL, options, Keying.AS_CODED);
  }

  /** Number of options. */
  public int levels() {
    return options.size();
  }

  /** Position of the option with this index. */
  public double position(int option) {
    return options.get(option).position();
  }

  /** Distance from the first to the last position. */
  public double span() {
    return position(levels() - 1) - position(0);
  }

  /** The same question with another keying. */
  public Item keyed(Keying other) {
    return new Item(id, text, kind, options, other);
  }

  private static void requireIncreasing(String id, List<Option> options) {
    for (int k = 1; k < options.size(); k++) {
      if (options.get(k).position() <= options.get(k - 1).position()) {
        throw new IllegalArgumentException(
            "Question '"
                + id
                + "': option '"
                + options.get(k).code()
                + "' does not lie above the one before it.\nMaybe list options in scale order.");
      }
    }
  }
}
