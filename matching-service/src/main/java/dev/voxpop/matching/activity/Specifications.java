package dev.voxpop.matching.activity;

import dev.voxpop.contracts.experiment.MatchingChoice;
import dev.voxpop.matching.assignment.Method;
import dev.voxpop.matching.assignment.Objective;
import dev.voxpop.matching.assignment.OnZero;
import dev.voxpop.matching.assignment.Specification;
import dev.voxpop.matching.assignment.Surplus;
import dev.voxpop.matching.assignment.TieBreak;
import dev.voxpop.matching.pairing.PairingRequest.Undetermined;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A document's words for a matching in the terms of the algorithms. */
final class Specifications {

  private Specifications() {}

  static Specification of(MatchingChoice choice, long seed) {
    return new Specification(
        method(choice),
        capacity(choice),
        seed,
        switch (choice.tieBreak()) {
          case SEEDED -> TieBreak.SEEDED;
          case LOWEST_ID -> TieBreak.LOWEST_ID;
        },
        switch (choice.onZero()) {
          case LIST -> OnZero.LIST;
          case RANDOM -> OnZero.RANDOM;
        },
        choice.allowUnmatched() ? Surplus.ALLOW_UNMATCHED : Surplus.REFUSE,
        switch (choice.objective()) {
          case SUM -> Objective.SUM;
          case LOG -> Objective.LOG;
        });
  }

  static Undetermined undetermined(MatchingChoice choice) {
    return switch (choice.onUndetermined()) {
      case UNIFORM -> Undetermined.UNIFORM;
      case EXCLUDE_PERSONA -> Undetermined.EXCLUDE_STORY;
    };
  }

  private static Method method(MatchingChoice choice) {
    return switch (choice.method()) {
      case GREEDY -> Method.GREEDY;
      case MAXIMUM_WEIGHT -> Method.MAXIMUM_WEIGHT;
      case RANDOM -> Method.RANDOM;
    };
  }

  private static OptionalInt capacity(MatchingChoice choice) {
    return switch (choice.method()) {
      case GREEDY -> optional(choice.reuseCap());
      case MAXIMUM_WEIGHT -> optional(choice.capacity());
      case RANDOM -> OptionalInt.empty();
    };
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
