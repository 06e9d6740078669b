package dev.voxpop.worker.plan;

import dev.voxpop.contracts.experiment.AnalysisChoice;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.MatchingSpec;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.contracts.experiment.SurveySpec;
import dev.voxpop.contracts.experiment.TraitSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document with everything settled, in the order of its protocol. */
public record Settled(
    String documentHash,
    SampleSpec sample,
    SurveySpec survey,
    List<PoolSpec> pools,
    @Nullable TraitSpec traits,
    List<MatchingSpec> matchings,
    List<ArmSpec> arms,
    AnalysisChoice analysis) {

  /** Copies the lists. */
  public Settled {
    pools = List.copyOf(pools);
    matchings = List.copyOf(matchings);
    arms = List.copyOf(arms);
  }
}
