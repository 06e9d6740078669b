package dev.voxpop.matching.sample;

import java.util.List;
import java.util.SortedMap;

/**
 * What a sample holds.
 *
 * @param people number of rows n
 * @param weightSum Σω
 * @param effectivePeople (Σω)² ÷ Σω²
 * @param columns counts per column of the wave
 */
public record SampleSummary(
    int people, double weightSum, double effectivePeople, List<Column> columns) {

  public SampleSummary {
    columns = List.copyOf(columns);
  }

  /**
   * The values of one column.
   *
   * @param valid rows with a substantive code
   * @param refused rows with a code that means refused
   * @param missing rows without a code
   * @param shares unweighted share of each substantive code among valid rows
   * @param weightedShares weighted share of each substantive code among valid rows
   */
  public record Column(
      String column,
      int valid,
      int refused,
      int missing,
      SortedMap<Integer, Double> shares,
      SortedMap<Integer, Double> weightedShares) {}

  /** Returns the summary of a sample. */
  static SampleSummary of(HumanSample sample, List<ColumnRule> rules) {
    double sum = 0;
    double squares = 0;
    for (Person person : sample.people()) {
      sum += person.weight();
      squares += person.weight() * person.weight();
    }
    return new SampleSummary(
        sample.people().size(),
        sum,
        squares == 0 ? 0 : sum * sum / squares,
        rules.stream().map(rule -> ColumnCount.of(sample, rule)).toList());
  }
}
