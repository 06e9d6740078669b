package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.structure.CorrelationMatrix;
import dev.voxpop.analysis.structure.Preset;
import org.jspecify.annotations.Nullable;

/** Shares, correlations and alpha of one side of a comparison. */
public final class SideValues {

  private final double[] @Nullable [] shares;
  private final CorrelationMatrix original;
  private final CorrelationMatrix consistent;
  private final double alpha;

  SideValues(
      double[] @Nullable [] shares,
      CorrelationMatrix original,
      CorrelationMatrix consistent,
      double alpha) {
    this.shares = shares;
    this.original = original;
    this.consistent = consistent;
    this.alpha = alpha;
  }

  /** Shares of a question's options; null when nobody answered it. */
  public double @Nullable [] shares(int question) {
    return shares[question];
  }

  /** Correlations by preset. */
  public CorrelationMatrix matrix(Preset preset) {
    return preset == Preset.ORIGINAL ? original : consistent;
  }

  /** Cronbach's alpha of the rows of the original structure; NaN when there is none. */
  public double alpha() {
    return alpha;
  }
}
