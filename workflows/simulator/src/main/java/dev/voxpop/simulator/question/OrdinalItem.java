package dev.voxpop.simulator.question;

import dev.voxpop.simulator.attitude.AttitudeBelief;
import dev.voxpop.simulator.attitude.AttitudeVector;
import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.chance.Normal;
import java.util.Arrays;

/**
 * An ordered question: the score √ρ · λᵀa + √(1 − ρ) · ε, ε standard normal, cut at thresholds
 * (ordered probit). The unit loading λ and the thresholds belong to the wording; ρ is {@link
 * #COMMON}.
 */
public final class OrdinalItem implements Item {
  /** ρ, the share of an item's variance that attitudes carry. */
  public static final double COMMON = 0.9;

  private static final double OWN = 1 - COMMON;
  private static final double LOCATION_SPREAD = 0.95;
  private static final double CUT_SPREAD = 0.12;

  private final AttitudeVector loading;
  private final Scale scale;
  private final double[] cuts;

  private OrdinalItem(AttitudeVector loading, Scale scale, double[] cuts) {
    this.loading = loading;
    this.scale = scale;
    this.cuts = cuts;
  }

  static OrdinalItem of(AttitudeVector loading, Scale scale, Dice dice) {
    double[] cuts = new double[scale.size() - 1];
    double location = dice.normal() * LOCATION_SPREAD;
    for (int i = 0; i < cuts.length; i++) {
      cuts[i] = Normal.quantile((i + 1.0) / scale.size()) + location + dice.normal() * CUT_SPREAD;
    }
    Arrays.sort(cuts);
    return new OrdinalItem(loading, scale, cuts);
  }

  @Override
  public int answer(AttitudeVector attitude, Dice dice) {
    double score = Math.sqrt(COMMON) * loading.dot(attitude) + Math.sqrt(OWN) * dice.normal();
    int rank = 0;
    while (rank < cuts.length && score >= cuts[rank]) {
      rank++;
    }
    return option(rank);
  }

  @Override
  public double[] predict(AttitudeBelief belief, Mind mind) {
    double mean = Math.sqrt(COMMON) * (loading.dot(belief.mean()) + mind.pull(belief, loading));
    double spread = mind.confidence() * Math.sqrt(COMMON * belief.variance(loading) + OWN);
    double[] probabilities = new double[scale.size()];
    for (int option = 0; option < probabilities.length; option++) {
      probabilities[option] = mass(scale.rank(option), mean, spread);
    }
    return probabilities;
  }

  @Override
  public AttitudeBelief learn(AttitudeBelief belief, int option, double caution) {
    int rank = scale.rank(option);
    double low = rank == 0 ? 0 : Normal.cumulative(cuts[rank - 1]);
    double high = rank == cuts.length ? 1 : Normal.cumulative(cuts[rank]);
    double score = Normal.quantile(Math.clamp((low + high) / 2, 0.02, 0.98));
    return belief.observe(loading, score * Math.sqrt(COMMON), (OWN / COMMON + 0.1) * caution);
  }

  @Override
  public int size() {
    return scale.size();
  }

  private double mass(int rank, double mean, double spread) {
    double below = rank == 0 ? 0 : Normal.cumulative((cuts[rank - 1] - mean) / spread);
    double upTo = rank == cuts.length ? 1 : Normal.cumulative((cuts[rank] - mean) / spread);
    return Math.max(0, upTo - below);
  }

  private int option(int rank) {
    int option = 0;
    while (scale.rank(option) != rank) {
      option++;
    }
    return option;
  }
}
