package dev.voxpop.analysis.tabular;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be analysed.
 *
 * @param humans one row a person
 * @param responses one row a persona
 * @param out folder for the report and its files
 * @param questions where the questions are declared
 * @param columns the columns with a meaning of their own
 * @param reverse ids of negatively worded questions, beside those that a questionnaire flags
 * @param effort iterations and seed
 */
public record AnalyseFiles(
    Path humans,
    Path responses,
    Path out,
    Questions questions,
    Columns columns,
    Set<String> reverse,
    Effort effort) {

  /** Copies the set. */
  public AnalyseFiles {
    reverse = Set.copyOf(reverse);
  }

  /** Where the questions are declared. */
  public sealed interface Questions {

    /** In a wave file. */
    record Questionnaire(Path file) implements Questions {}

    /** As {@code A1:6,A2:6}: ordinal questions with the codes 1 … K. */
    record Items(String list) implements Questions {}
  }

  /**
   * Columns with a meaning of their own.
   *
   * @param weights survey weight of a person; everybody counts once without it
   * @param arm names the arm of a response; one arm without it
   * @param cluster names the story of a response; every row is its own without it
   */
  public record Columns(Optional<String> weights, Optional<String> arm, Optional<String> cluster) {}

  /** Iterations and seed. */
  public record Effort(int splits, int bootstrap, long seed) {}
}
