package dev.voxpop.analysis.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A numbering of names: sorted distinct names from 0, and the number of each row's name. */
public final class Index {

  private final List<String> names;
  private final int[] numbers;
  private final int size;

  private Index(List<String> names, int[] numbers, int size) {
    this.names = names;
    this.numbers = numbers;
    this.size = size;
  }

  /** Numbers the names of all rows; null gets −1. */
  public static Index of(List<@Nullable String> rowNames) {
    TreeMap<String, Integer> order = new TreeMap<>();
    for (String name : rowNames) {
      if (name != null) {
        order.put(name, 0);
      }
    }
    List<String> names = new ArrayList<>(order.keySet());
    for (int i = 0; i < names.size(); i++) {
      order.put(names.get(i), i);
    }
    int[] numbers = new int[rowNames.size()];
    for (int row = 0; row < numbers.length; row++) {
      String name = rowNames.get(row);
      Integer number = name == null ? null : order.get(name);
      numbers[row] = number == null ? -1 : number;
    }
    return new Index(List.copyOf(names), numbers, names.size());
  }

  /** Numbers {@code rows} rows by themselves, without names. */
  static Index rows(int rows) {
    int[] numbers = new int[rows];
    Arrays.setAll(numbers, i -> i);
    return new Index(List.of(), numbers, rows);
  }

  /** Sorted distinct names; empty if the rows have none. */
  public List<String> names() {
    return names;
  }

  /** Number of distinct names, or of rows that number themselves. */
  public int size() {
    return size;
  }

  /** Number of this row's name, −1 if it has none. */
  public int of(int row) {
    return numbers[row];
  }

  /** Whether every row has a name. */
  public boolean complete() {
    return Arrays.stream(numbers).allMatch(number -> number >= 0);
  }

  /** Whether no name occurs twice. */
  public boolean distinct() {
    return numbers.length == size && complete();
  }
}
