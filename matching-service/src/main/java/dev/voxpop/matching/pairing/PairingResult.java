package dev.voxpop.matching.pairing;

import dev.voxpop.matching.balance.MatchReport;
import java.util.List;
import java.util.Map;

/**
 * Pairs in order of respondent, and what was done.
 *
 * @param storiesFiltered stories left out by filters
 * @param storiesUndetermined stories left out because a trait was undetermined
 * @param excludedShares per trait the mean share of the stories' mass that has no label
 */
public record PairingResult(
    List<PairedRespondent> pairs,
    MatchReport report,
    int storiesFiltered,
    int storiesUndetermined,
    Map<String, Double> excludedShares) {

  public PairingResult {
    pairs = List.copyOf(pairs);
    excludedShares = Map.copyOf(excludedShares);
  }

  /** Returns everything but the pairs. */
  public PairingResult withoutPairs() {
    return new PairingResult(
        List.of(), report, storiesFiltered, storiesUndetermined, excludedShares);
  }
}
