package dev.voxpop.analysis.store;

/** The tables that hold answers. */
enum Shelf {
  /** The answers that every number is made from. */
  KEPT("analysis.response"),
  /** Answers that were read again, to be compared with those. */
  REBUILT("analysis.response_rebuilt");

  private final String table;

  Shelf(String table) {
    this.table = table;
  }

  String table() {
    return table;
  }
}
