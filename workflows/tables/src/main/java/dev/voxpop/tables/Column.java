package dev.voxpop.tables;

import java.util.Objects;

/**
 * A column of a table that is written: its name, and what every cell with a value holds.
 *
 * @param name not empty
 */
public record Column(String name, Kind kind) {

  /** What a cell holds. */
  public enum Kind {
    /** A text. */
    TEXT,
    /** A whole number of 64 bits. */
    WHOLE,
    /** A floating-point number of 64 bits. */
    NUMBER,
    /** True or false. */
    TRUTH
  }

  /** Refuses a column without name. */
  public Column {
    Objects.requireNonNull(kind);
    if (name.isBlank()) {
      throw new IllegalArgumentException("A column has no name.\nMaybe number it?");
    }
  }

  /** A column of texts. */
  public static Column text(String name) {
    return new Column(name, Kind.TEXT);
  }

  /** A column of whole numbers. */
  public static Column whole(String name) {
    return new Column(name, Kind.WHOLE);
  }

  /** A column of numbers. */
  public static Column number(String name) {
    return new Column(name, Kind.NUMBER);
  }

  /** A column of truth values. */
  public static Column truth(String name) {
    return new Column(name, Kind.TRUTH);
  }
}
