package dev.voxpop.matching.assignment;

/** What became of one human. */
public enum PairStatus {
  MATCHED("matched"),
  UNMATCHED_CAPACITY("unmatched(capacity)"),
  NO_SUPPORT("no_support"),
  EXCLUDED_FILTER("excluded(filter)");

  private final String text;

  PairStatus(String text) {
    this.text = text;
  }

  /** Returns the status as it is printed in tables and files. */
  public String text() {
    return text;
  }
}
