package dev.voxpop.simulator.question;

import dev.voxpop.simulator.attitude.AttitudeBelief;
import dev.voxpop.simulator.attitude.AttitudeVector;
import dev.voxpop.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A question without order: the utility of option k is c_k + g · λ_kᵀa + a Gumbel draw, and the
 * largest is chosen (multinomial logit). Constants and loadings belong to the wording of question
 * and option, so the order of display does not matter.
 */
public final class NominalItem implements Item {
  private static final double CONSTANT_SPREAD = 0.5;
  private static final double GAIN = 1.4;
  private static final double GUMBEL_VARIANCE = Math.PI * Math.PI / 6;

  private final List<Choice> choices;

  private NominalItem(List<Choice> choices) {
    this.choices = choices;
  }

  static NominalItem of(List<Long> keys, List<AttitudeVector> loadings) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      choices.add(new Choice(Dice.of(keys.get(i)).normal() * CONSTANT_SPREAD, loadings.get(i)));
    }
    return new NominalItem(List.copyOf(choices));
  }

  @Override
  public int answer(AttitudeVector attitude, Dice dice) {
    return dice.index(
        softmax(choices.stream().mapToDouble(choice -> choice.utility(attitude)).toArray(), 1));
  }

  /** Unexplained variance of the attitudes widens the Gumbel draw, as in the probit case. */
  @Override
  public double[] predict(AttitudeBelief belief, Mind mind) {
    double variance = 0;
    double[] utilities = new double[choices.size()];
    for (int k = 0; k < utilities.length; k++) {
      Choice choice = choices.get(k);
      utilities[k] = choice.utility(belief.mean()) + GAIN * mind.pull(belief, choice.loading);
      variance += GAIN * GAIN * belief.variance(choice.loading) / utilities.length;
    }
    return softmax(utilities, mind.confidence() * Math.sqrt(1 + variance / GUMBEL_VARIANCE));
  }

  @Override
  public AttitudeBelief learn(AttitudeBelief belief, int option, double caution) {
    return belief.observe(choices.get(option).loading, 0.8, 1.2 * caution);
  }

  @Override
  public int size() {
    return choices.size();
  }

  private static double[] softmax(double[] utilities, double scale) {
    double top =
        IntStream.range(0, utilities.length).mapToDouble(i -> utilities[i]).max().orElse(0);
    double[] masses = new double[utilities.length];
    double total = 0;
    for (int i = 0; i < masses.length; i++) {
      masses[i] = Math.exp((utilities[i] - top) / scale);
      total += masses[i];
    }
    for (int i = 0; i < masses.length; i++) {
      masses[i] /= total;
    }
    return masses;
  }

  private record Choice(double constant, AttitudeVector loading) {
    double utility(AttitudeVector attitude) {
      return constant + GAIN * loading.dot(attitude);
    }
  }
}
