package dev.voxpop.matching.trait;

import dev.voxpop.contracts.experiment.TraitCondition;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Conditions on traits: all of {@code include} and none of {@code exclude} must be met.
 *
 * <p>A human meets a condition when the label is listed; a missing label meets none. A persona
 * meets it when its modal label (the earliest of several) is listed, or when the mass on the listed
 * labels reaches the condition's least probability. A persona without mass meets none.
 */
public final class TraitFilter {

  private final List<TraitCondition> include;
  private final List<TraitCondition> exclude;

  private TraitFilter(List<TraitCondition> include, List<TraitCondition> exclude) {
    this.include = include;
    this.exclude = exclude;
  }

  public static TraitFilter of(List<TraitCondition> include, List<TraitCondition> exclude) {
    return new TraitFilter(List.copyOf(include), List.copyOf(exclude));
  }

  /** Returns a filter that lets everybody pass. */
  public static TraitFilter none() {
    return of(List.of(), List.of());
  }

  /** Refuses a condition on a trait or label that is not declared. */
  public void requireKnown(Function<String, TraitLabels> labels) {
    Stream.concat(include.stream(), exclude.stream())
        .forEach(condition -> condition.labels().forEach(labels.apply(condition.trait())::indexOf));
  }

  /** Returns the traits that conditions name. */
  public List<String> traits() {
    return Stream.concat(include.stream(), exclude.stream())
        .map(TraitCondition::trait)
        .distinct()
        .toList();
  }

  /**
   * Returns whether a human passes.
   *
   * @param labelOf label index per trait, {@link LabelMap#NO_LABEL} when missing
   */
  public boolean passes(Function<String, TraitLabels> labels, Function<String, Integer> labelOf) {
    return passes(
        condition -> {
          int label = labelOf.apply(condition.trait());
          return label != LabelMap.NO_LABEL
              && condition.labels().contains(labels.apply(condition.trait()).labels().get(label));
        });
  }

  /** Returns whether a persona with these masses passes. */
  public boolean passesMass(
      Function<String, TraitLabels> labels, Function<String, LabelMass> massOf) {
    return passes(
        condition ->
            met(
                condition,
                labels.apply(condition.trait()),
                massOf.apply(condition.trait()).masses()));
  }

  private boolean passes(Predicate<TraitCondition> met) {
    return include.stream().allMatch(met) && exclude.stream().noneMatch(met);
  }

  private static boolean met(TraitCondition condition, TraitLabels labels, List<Double> masses) {
    double sum = masses.stream().mapToDouble(Double::doubleValue).sum();
    if (sum == 0) {
      return false;
    }
    Double least = condition.minProbability();
    if (least == null) {
      return condition.labels().contains(labels.labels().get(modal(masses)));
    }
    double listed =
        condition.labels().stream().mapToDouble(label -> masses.get(labels.indexOf(label))).sum();
    return listed / sum >= least;
  }

  private static int modal(List<Double> masses) {
    int modal = 0;
    for (int label = 1; label < masses.size(); label++) {
      if (masses.get(label) > masses.get(modal)) {
        modal = label;
      }
    }
    return modal;
  }
}
