package dev.voxpop.worker.plan;

import dev.voxpop.contracts.experiment.AnalysisChoice;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.AuditSpec;
import dev.voxpop.contracts.experiment.MatchingSpec;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.RakingSpec;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.contracts.experiment.SurveySpec;
import dev.voxpop.contracts.experiment.TraitSpec;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document with everything settled, in the order of its protocol.
 *
 * @param arms of the document, then the cells of its audit
 */
public record Settled(
    String documentHash,
    SampleSpec sample,
    SurveySpec survey,
    List<PoolSpec> pools,
    @Nullable TraitSpec traits,
    List<MatchingSpec> matchings,
    List<RakingSpec> rakings,
    List<ArmSpec> arms,
    AnalysisChoice analysis,
    @Nullable AuditSpec audit) {

  /** Copies the lists. */
  public Settled {
    pools = List.copyOf(pools);
    matchings = List.copyOf(matchings);
    rakings = List.copyOf(rakings);
    arms = List.copyOf(arms);
  }

  /** The pools whose stories are asked for their traits: those of matchings and of rakings. */
  List<String> questionedPools() {
    return Stream.concat(
            matchings.stream().map(MatchingSpec::pool), rakings.stream().map(RakingSpec::pool))
        .distinct()
        .toList();
  }
}
