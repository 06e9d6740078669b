package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.panel.Keying;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.reliability.Alpha;
import dev.voxpop.analysis.reliability.CronbachAlpha;
import dev.voxpop.analysis.reliability.Rekeying;
import dev.voxpop.analysis.structure.Missing;
import java.util.Optional;

/**
 * Cronbach's alpha of one side in its variants.
 *
 * @param pairwiseRekeyed the same as pairwise when no question is flagged
 * @param weighted pairwise with the side's weights; only on request
 * @param flagged questions that are turned round for the last
 */
public record Reliability(
    Alpha pairwise, Alpha listwise, Alpha pairwiseRekeyed, Optional<Alpha> weighted, int flagged) {

  /** The variants that the settings ask for. */
  static Reliability of(Panel panel, RowWeights weights, Settings settings) {
    boolean weighted = settings.options().alpha() == Settings.AlphaVariants.WITH_WEIGHTED;
    return new Reliability(
        CronbachAlpha.of(panel, Missing.PAIRWISE, Rekeying.NONE),
        CronbachAlpha.of(panel, Missing.LISTWISE, Rekeying.NONE),
        CronbachAlpha.of(panel, Missing.PAIRWISE, Rekeying.FLAGGED),
        weighted
            ? Optional.of(CronbachAlpha.weighted(panel, weights, Missing.PAIRWISE, Rekeying.NONE))
            : Optional.empty(),
        (int) panel.items().stream().filter(item -> item.keying() == Keying.REVERSED).count());
  }
}
