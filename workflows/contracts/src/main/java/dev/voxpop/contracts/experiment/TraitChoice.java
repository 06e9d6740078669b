package dev.voxpop.contracts.experiment;

import java.util.List;

/**
 * How the traits of stories are found out.
 *
 * @param use trait ids in order; empty takes those of age_4, gender, education, income_13, race
 *     that the wave maps
 * @param samples draws per story and trait, 1 … 1,000
 * @param reader whether a reader model looks into the story first, for traits that allow it
 * @param orders 1 or 2 option orders, for log-probabilities
 * @param refusalOption whether "Prefer not to answer" is offered
 * @param minValidMass least option mass of a log-probability reading, 0 … 1
 */
public record TraitChoice(
    List<String> use,
    TraitMethod method,
    int samples,
    boolean reader,
    int orders,
    OrderMode orderMode,
    boolean refusalOption,
    double minValidMass) {

  /** Copies the list. */
  public TraitChoice {
    use = List.copyOf(use);
  }

  /** The defaults. */
  public static TraitChoice defaults() {
    return new TraitChoice(
        List.of(), TraitMethod.SAMPLED, 40, true, 1, OrderMode.BALANCED, true, 0.05);
  }
}
