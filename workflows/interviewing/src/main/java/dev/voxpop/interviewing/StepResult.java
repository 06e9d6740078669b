package dev.voxpop.interviewing;

/** What a step of a series ended with, as it is stored. */
public interface StepResult {
  /** What it adds to the counts. */
  Tally tally();

  /**
   * Cells that are finished by a result.
   *
   * @param answered finished cells
   * @param failed those of them that neither hold a value nor a refusal
   */
  record Tally(int answered, int failed) {
    /** A draw that will be repeated. */
    public static final Tally NOTHING = new Tally(0, 0);
  }
}
