package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.question.Mind;
import dev.voxpop.simulator.reading.Belief;
import dev.voxpop.simulator.reading.ChoiceQuestion;
import dev.voxpop.simulator.reading.Sense;
import dev.voxpop.simulator.reading.Senses;
import java.util.Arrays;
import java.util.List;

/** The probabilities of displayed options under a belief. */
final class ChoiceOdds {
  /** Mass of refusal options on questions about traits. */
  static final double SILENT_ON_TRAITS = 0.04;

  /** Mass of refusal options on opinion questions. */
  static final double SILENT_ON_OPINIONS = 0.025;

  /** Log-odds that the first displayed option gains. */
  static final double FIRST_OPTION_BIAS = 0.10;

  /** Log-odds that the place chosen last gains. */
  static final double REPEAT_BIAS = 0.08;

  private final Senses senses;
  private final Mind mind;

  ChoiceOdds(Senses senses, Mind mind) {
    this.senses = senses;
    this.mind = mind;
  }

  /** The odds; {@code last} is the place of the last answer in the context, or −1. */
  double[] of(ChoiceQuestion question, Belief belief, int last) {
    double[] unbiased =
        switch (senses.of(question)) {
          case Sense.AboutTrait about ->
              withRefusals(
                  about.options().masses(belief.levels(about.options().trait())),
                  about.refusals(),
                  SILENT_ON_TRAITS);
          case Sense.AboutOpinion about -> opinion(question, about, belief);
          case Sense.Nothing nothing -> new double[question.options().size()];
        };
    return Odds.biased(
        Odds.biased(Odds.normalised(unbiased), 0, FIRST_OPTION_BIAS), last, REPEAT_BIAS);
  }

  private double[] opinion(ChoiceQuestion question, Sense.AboutOpinion about, Belief belief) {
    double[] predicted = about.item().predict(belief.attitudes(), mind);
    double[] displayed = new double[question.options().size()];
    for (int i = 0; i < predicted.length; i++) {
      displayed[about.places().get(i)] = predicted[i];
    }
    return withRefusals(displayed, about.refusals(), SILENT_ON_OPINIONS);
  }

  private static double[] withRefusals(double[] masses, List<Integer> refusals, double silent) {
    double total = Arrays.stream(masses).sum();
    if (refusals.isEmpty() || total == 0) {
      return masses;
    }
    double[] all = new double[masses.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = refusals.contains(i) ? silent / refusals.size() : masses[i] / total * (1 - silent);
    }
    return all;
  }
}
