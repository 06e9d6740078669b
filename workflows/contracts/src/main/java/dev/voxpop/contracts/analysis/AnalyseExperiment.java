package dev.voxpop.contracts.analysis;

import dev.voxpop.contracts.experiment.AnalysisChoice;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.AuditSpec;
import dev.voxpop.contracts.experiment.RakingSpec;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.contracts.experiment.SurveySpec;
import dev.voxpop.contracts.survey.ArmReceipt;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a report is about.
 *
 * @param documentHash SHA-256 of the resolved document
 * @param codeVersion version of the code that ran
 * @param arms resolved arms in document order
 * @param receipts closings, one per arm
 * @param rakings the weights of raked arms; a message without them has none
 * @param simulated whether any model is the simulator
 * @param audit which arms are the cells of an audit; null = none
 */
public record AnalyseExperiment(
    String experiment,
    @Nullable String title,
    String documentHash,
    String codeVersion,
    long seed,
    SampleSpec sample,
    SurveySpec survey,
    AnalysisChoice analysis,
    List<ArmSpec> arms,
    List<ArmReceipt> receipts,
    List<RakingSpec> rakings,
    boolean simulated,
    @Nullable AuditSpec audit) {

  /** Copies the lists. */
  public AnalyseExperiment {
    arms = List.copyOf(arms);
    receipts = List.copyOf(receipts);
    rakings = List.copyOf(Objects.requireNonNullElse(rakings, List.of()));
  }
}
