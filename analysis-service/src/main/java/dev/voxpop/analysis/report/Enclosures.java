package dev.voxpop.analysis.report;

import dev.voxpop.analysis.matched.MatchedPairs;
import dev.voxpop.analysis.matched.PairDetail;
import dev.voxpop.analysis.matched.RakedPersonas;
import java.util.List;
import java.util.Optional;

/**
 * What a report shows beside its own numbers: what other stages say, and files too long to be held.
 *
 * @param pairings matchings of the experiment, in order of id
 * @param rakings rakings of the experiment, in order of id
 * @param streamed files that are written row by row whenever they are asked for
 */
public record Enclosures(
    List<Pairing> pairings, List<Raking> rakings, List<StreamedFile> streamed) {

  /** Nothing beside the numbers. */
  public static final Enclosures NONE = new Enclosures(List.of(), List.of(), List.of());

  /** Copies the list. */
  public Enclosures {
    pairings = List.copyOf(pairings);
    rakings = List.copyOf(rakings);
    streamed = List.copyOf(streamed);
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

  /** One raking and the arms that it weighs. */
  public record Raking(String raking, List<String> arms, RakedPersonas summary) {

    /** Copies the list. */
    public Raking {
      arms = List.copyOf(arms);
    }
  }

  /**
   * A file that always has the same bytes but is never held as a whole.
   *
   * @param rows without heading
   */
  public record StreamedFile(String name, String sha256, long rows) {}
}
