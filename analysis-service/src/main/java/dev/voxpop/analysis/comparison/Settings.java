package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.uncertainty.Adjustment;
import dev.voxpop.analysis.uncertainty.IntervalKind;
import java.util.List;

/**
 * How a comparison is made.
 *
 * @param seed root of all draws; each purpose derives its own from it
 * @param splits iterations of the human bound
 * @param bootstrap rounds of the intervals; 0 for none
 * @param smallN slices of fewer people or personas are marked
 * @param options choices that are usually left alone
 */
public record Settings(
    long seed,
    int splits,
    int bootstrap,
    NominalEmd nominal,
    List<ReferenceArm> references,
    int smallN,
    Options options) {

  /** The usual size below which slices are marked. */
  public static final int SMALL = 50;

  /** Copies the list and checks the numbers. */
  public Settings {
    references = List.copyOf(references);
    if (splits < 0 || bootstrap < 0) {
      throw new IllegalArgumentException(
          "Splits "
              + splits
              + " and bootstrap "
              + bootstrap
              + " must not be negative.\nMaybe use 0 for none.");
    }
  }

  /** Settings with the usual options. */
  public Settings(
      long seed,
      int splits,
      int bootstrap,
      NominalEmd nominal,
      List<ReferenceArm> references,
      int smallN) {
    this(seed, splits, bootstrap, nominal, references, smallN, Options.USUAL);
  }

  /** The same with other options. */
  public Settings with(Options other) {
    return new Settings(seed, splits, bootstrap, nominal, references, smallN, other);
  }

  /**
   * Choices that are usually left alone.
   *
   * @param bound which sizes the human bound compares
   * @param intervals how intervals are read from bootstrap rounds
   * @param adjustment of p-values over groups
   * @param alpha which variants of Cronbach's alpha there are
   */
  public record Options(
      BoundSize bound, IntervalKind intervals, Adjustment adjustment, AlphaVariants alpha) {

    /** Halves against halves, percentiles, Holm, alpha without weights. */
    public static final Options USUAL =
        new Options(BoundSize.HALVES, IntervalKind.PERCENTILE, Adjustment.HOLM);

    /** Options with alpha without weights. */
    public Options(BoundSize bound, IntervalKind intervals, Adjustment adjustment) {
      this(bound, intervals, adjustment, AlphaVariants.UNWEIGHTED);
    }
  }

  /** Which sizes the human bound compares. */
  public enum BoundSize {
    /** Halves of the people only. */
    HALVES,
    /** Beside it, as many personas as half of the people with that half. */
    SIZE_MATCHED
  }

  /** Which variants of Cronbach's alpha there are. */
  public enum AlphaVariants {
    /** Every respondent counts once. */
    UNWEIGHTED,
    /** Beside it, with the weights of people and personas. */
    WITH_WEIGHTED
  }

  /** The usual settings: 1,000 splits and rounds, the uniform reference. */
  public static Settings standard(long seed) {
    return new Settings(seed, 1000, 1000, NominalEmd.ABSENT, List.of(ReferenceArm.UNIFORM), 50);
  }
}
