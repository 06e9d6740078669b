package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.panel.Keying;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.reliability.Alpha;
import dev.voxpop.analysis.reliability.CronbachAlpha;
import dev.voxpop.analysis.reliability.Rekeying;
import dev.voxpop.analysis.structure.Missing;

/**
 * Cronbach's alpha of one side in its variants.
 *
 * @param pairwiseRekeyed the same as pairwise when no question is flagged
 * @param flagged questions that are turned round for the last
 */
public record Reliability(Alpha pairwise, Alpha listwise, Alpha pairwiseRekeyed, int flagged) {

  /** All variants of a panel. */
  public static Reliability of(Panel panel) {
    return new Reliability(
        CronbachAlpha.of(panel, Missing.PAIRWISE, Rekeying.NONE),
        CronbachAlpha.of(panel, Missing.LISTWISE, Rekeying.NONE),
        CronbachAlpha.of(panel, Missing.PAIRWISE, Rekeying.FLAGGED),
        (int) panel.items().stream().filter(item -> item.keying() == Keying.REVERSED).count());
  }
}
