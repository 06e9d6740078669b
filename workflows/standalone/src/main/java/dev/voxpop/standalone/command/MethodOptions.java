package dev.voxpop.standalone.command;

import dev.voxpop.analysis.comparison.Settings;
import dev.voxpop.analysis.uncertainty.Adjustment;
import dev.voxpop.analysis.uncertainty.IntervalKind;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which of several methods an analysis takes. */
final class MethodOptions {

  @Option(
      names = "--intervals",
      paramLabel = "WORD",
      description = "percentile or bca (default: percentile)")
  private String intervals = "percentile";

  @Option(
      names = "--adjust",
      paramLabel = "WORD",
      description = "p-values over groups: holm or benjamini-hochberg (default: holm)")
  private String adjust = "holm";

  @Option(
      names = "--size-matched",
      description = "also hold as many personas as half of the people against that half")
  private boolean sizeMatched;

  @Option(names = "--weighted-alpha", description = "also Cronbach's alpha with weights")
  private boolean weightedAlpha;

  Settings.Options chosen() {
    return new Settings.Options(
        sizeMatched ? Settings.BoundSize.SIZE_MATCHED : Settings.BoundSize.HALVES,
        Words.choice(
            "--intervals",
            intervals,
            Map.of("percentile", IntervalKind.PERCENTILE, "bca", IntervalKind.BIAS_CORRECTED)),
        Words.choice(
            "--adjust",
            adjust,
            Map.of(
                Adjustment.HOLM.key(), Adjustment.HOLM,
                Adjustment.BENJAMINI_HOCHBERG.key(), Adjustment.BENJAMINI_HOCHBERG)),
        weightedAlpha ? Settings.AlphaVariants.WITH_WEIGHTED : Settings.AlphaVariants.UNWEIGHTED);
  }
}
