package dev.voxpop.tables;

/** Cells of typed columns as texts. */
final class Cells {

  private Cells() {}

  /** Whole numbers of a column with gaps are often kept as fractions; what is no number is none. */
  static String number(double number, String text) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.isNaN(number) ? "" : text;
  }
}
