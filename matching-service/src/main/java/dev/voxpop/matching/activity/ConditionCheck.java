package dev.voxpop.matching.activity;

import dev.voxpop.contracts.experiment.MatchingChoice;
import dev.voxpop.contracts.experiment.TraitCondition;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Wave;
import java.util.List;

/** Finds traits and labels that a wave does not have. */
final class ConditionCheck {

  private final Wave wave;
  private final List<Problem> problems;

  ConditionCheck(Wave wave, List<Problem> problems) {
    this.wave = wave;
    this.problems = problems;
  }

  void check(String pointer, MatchingChoice matching) {
    for (int i = 0; i < matching.traits().size(); i++) {
      mapped(pointer + "/traits/" + i, matching.traits().get(i));
    }
    check(pointer, matching.include(), matching.exclude());
  }

  void check(String pointer, List<TraitCondition> include, List<TraitCondition> exclude) {
    for (int i = 0; i < include.size(); i++) {
      check(pointer + "/include/" + i, include.get(i));
    }
    for (int i = 0; i < exclude.size(); i++) {
      check(pointer + "/exclude/" + i, exclude.get(i));
    }
  }

  private void check(String pointer, TraitCondition condition) {
    if (!mapped(pointer + "/trait", condition.trait())) {
      return;
    }
    List<String> labels =
        wave.demographic(condition.trait()).map(Demographic::labels).orElse(List.of());
    for (int i = 0; i < condition.labels().size(); i++) {
      if (!labels.contains(condition.labels().get(i))) {
        problems.add(
            new Problem(
                pointer + "/labels/" + i,
                "Trait %s has no label \"%s\"."
                    .formatted(condition.trait(), condition.labels().get(i)),
                "it is one of %s.".formatted(labels)));
      }
    }
  }

  private boolean mapped(String pointer, String trait) {
    if (wave.mappedTraits().contains(trait)) {
      return true;
    }
    problems.add(
        new Problem(
            pointer,
            "Wave %s does not map trait \"%s\".".formatted(wave.id(), trait),
            "it is one of %s.".formatted(wave.mappedTraits())));
    return false;
  }
}
