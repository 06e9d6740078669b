package dev.voxpop.instrument.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The orders in which the substantive options of an item may be shown. */
public sealed interface Permutations {
  /** Largest number of options of which all orders are allowed. */
  int MOST_FREE_OPTIONS = 6;

  /** Only the questionnaire's own order. */
  record None() implements Permutations {}

  /** The questionnaire's own order and its full reversal. */
  record Reversible() implements Permutations {}

  /**
   * All orders.
   *
   * @param fixed original indices that keep their place
   */
  record Any(Set<Integer> fixed) implements Permutations {
    public Any {
      fixed = Set.copyOf(fixed);
    }
  }

  /** Exactly the listed orders. */
  record Listed(List<DisplayOrder> listed) implements Permutations {
    public Listed {
      listed = List.copyOf(listed);
      if (listed.isEmpty()) {
        throw new IllegalArgumentException(
            "The list of permutations is empty.\nMaybe write none for the order of the file.");
      }
    }
  }

  /** Only the questionnaire's own order. */
  static Permutations none() {
    return new None();
  }

  /** The questionnaire's own order and its full reversal. */
  static Permutations reversible() {
    return new Reversible();
  }

  /** All allowed orders of so many options, in a fixed sequence. */
  default List<DisplayOrder> orders(int size) {
    return switch (this) {
      case None() -> List.of(DisplayOrder.identity(size));
      case Reversible() when size < 2 -> List.of(DisplayOrder.identity(size));
      case Reversible() -> List.of(DisplayOrder.identity(size), DisplayOrder.reversed(size));
      case Any(Set<Integer> fixed) -> all(size, fixed);
      case Listed(List<DisplayOrder> listed) -> listed;
    };
  }

  /** The order that 64 uniform bits pick, each with equal probability. */
  default DisplayOrder draw(int size, long bits) {
    List<DisplayOrder> orders = orders(size);
    return orders.get(Shuffle.below(orders.size(), bits));
  }

  private static List<DisplayOrder> all(int size, Set<Integer> fixed) {
    if (size > MOST_FREE_OPTIONS) {
      throw new IllegalArgumentException(
          "All orders of %d options are too many.\nMaybe list the orders to be used."
              .formatted(size));
    }
    SortedSet<Integer> free = new TreeSet<>(DisplayOrder.identity(size).originals());
    free.removeAll(fixed);
    List<DisplayOrder> orders = new ArrayList<>();
    extend(new ArrayList<>(), free, size, orders);
    return List.copyOf(orders);
  }

  private static void extend(
      List<Integer> begun, SortedSet<Integer> free, int size, List<DisplayOrder> orders) {
    int position = begun.size();
    if (position == size) {
      orders.add(new DisplayOrder(begun));
      return;
    }
    // free holds every movable index, so an index outside it stands still at its own position
    List<Integer> here =
        free.contains(position)
            ? free.stream().filter(i -> !begun.contains(i)).toList()
            : List.of(position);
    for (int index : here) {
      begun.add(index);
      extend(begun, free, size, orders);
      begun.removeLast();
    }
  }
}
