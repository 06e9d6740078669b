package dev.voxpop.analysis.report;

import dev.voxpop.analysis.matched.MatchedPairs;
import dev.voxpop.analysis.matched.PairDetail;
import java.util.List;
import java.util.Optional;

/**
 * What a report shows beside its own numbers: what other stages say.
 *
 * @param pairings matchings of the experiment, in order of id
 */
public record Enclosures(List<Pairing> pairings) {

  /** Nothing beside the numbers. */
  public static final Enclosures NONE = new Enclosures(List.of());

  /** Copies the list. */
  public Enclosures {
    pairings = List.copyOf(pairings);
  }

  /**
   * One matching and the arms that used it.
   *
   * @param summary empty when the matching stage no longer knows it
   * @param pairs one a person, in order of respondent; may be empty
   */
  public record Pairing(
      String matching, List<String> arms, Optional<MatchedPairs> summary, List<PairDetail> pairs) {

    /** Copies the lists. */
    public Pairing {
      arms = List.copyOf(arms);
      pairs = List.copyOf(pairs);
    }
  }
}
