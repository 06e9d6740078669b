package dev.voxpop.simulator.question;

import dev.voxpop.simulator.attitude.AttitudeBelief;
import dev.voxpop.simulator.attitude.AttitudeVector;
import dev.voxpop.simulator.chance.Dice;

/** A question with its answering options, as the society understands it. */
public sealed interface Item permits OrdinalItem, NominalItem {
  /**
   * The answer of a person with this attitude; the dice carry what is special to this person and
   * this question.
   */
  int answer(AttitudeVector attitude, Dice dice);

  /** The distribution that a mind of this kind predicts for a person it holds this belief about. */
  double[] predict(AttitudeBelief belief, Mind mind);

  /**
   * The belief after learning that the person gave this answer, with the answer's own error times
   * {@code caution}.
   */
  AttitudeBelief learn(AttitudeBelief belief, int option, double caution);

  /** The number of options. */
  int size();
}
