package dev.voxpop.matching.sample;

import java.util.SortedMap;
import java.util.TreeMap;

/** The count of one column's values. */
final class ColumnCount {

  private final ColumnRule rule;
  private final SortedMap<Integer, Double> counts = new TreeMap<>();
  private final SortedMap<Integer, Double> weights = new TreeMap<>();
  private int valid;
  private int refused;
  private int missing;

  private ColumnCount(ColumnRule rule) {
    this.rule = rule;
  }

  static SampleSummary.Column of(HumanSample sample, ColumnRule rule) {
    var count = new ColumnCount(rule);
    sample.people().forEach(count::add);
    return new SampleSummary.Column(
        rule.column(),
        count.valid,
        count.refused,
        count.missing,
        shares(count.counts),
        shares(count.weights));
  }

  private void add(Person person) {
    Integer code = person.codes().get(rule.column());
    if (code == null) {
      missing++;
    } else if (rule.refusals().contains(code)) {
      refused++;
    } else {
      valid++;
      counts.merge(code, 1.0, Double::sum);
      weights.merge(code, person.weight(), Double::sum);
    }
  }

  private static SortedMap<Integer, Double> shares(SortedMap<Integer, Double> amounts) {
    double sum = amounts.values().stream().mapToDouble(Double::doubleValue).sum();
    SortedMap<Integer, Double> shares = new TreeMap<>();
    amounts.forEach((code, amount) -> shares.put(code, sum == 0 ? 0 : amount / sum));
    return shares;
  }
}
