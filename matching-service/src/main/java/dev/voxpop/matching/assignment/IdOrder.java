package dev.voxpop.matching.assignment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The order of ids that every other order starts from; linear when ids arrive in order. */
final class IdOrder {

  private IdOrder() {}

  /** Returns positions in ascending id order and refuses an id that occurs twice. */
  static int[] of(String[] ids, String kind) {
    int[] order = isAscending(ids) ? identity(ids.length) : sorted(ids);
    for (int i = 1; i < order.length; i++) {
      if (ids[order[i - 1]].equals(ids[order[i]])) {
        throw new IllegalArgumentException(
            "The %s id \"%s\" occurs twice.\nMaybe two files were joined?"
                .formatted(kind, ids[order[i]]));
      }
    }
    return order;
  }

  static boolean isIdentity(int[] order) {
    for (int i = 0; i < order.length; i++) {
      if (order[i] != i) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAscending(String[] ids) {
    for (int i = 1; i < ids.length; i++) {
      if (ids[i - 1].compareTo(ids[i]) > 0) {
        return false;
      }
    }
    return true;
  }

  private static int[] identity(int size) {
    return IntStream.range(0, size).toArray();
  }

  private static int[] sorted(String[] ids) {
    Integer[] boxed = new Integer[ids.length];
    Arrays.setAll(boxed, i -> i);
    Arrays.sort(boxed, Comparator.comparing(i -> ids[i]));
    return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
  }
}
