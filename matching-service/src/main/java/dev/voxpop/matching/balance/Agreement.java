package dev.voxpop.matching.balance;

import dev.voxpop.matching.assignment.Humans;
import dev.voxpop.matching.assignment.Matching;
import dev.voxpop.matching.assignment.Personas;
import java.util.ArrayList;
import java.util.List;

/**
 * How far pairs agree on traits.
 *
 * @param traits one entry per trait
 * @param allTraits share of pairs that agree on every trait the human has
 */
public record Agreement(List<Trait> traits, double allTraits) {

  public Agreement {
    traits = List.copyOf(traits);
  }

  /**
   * Agreement on one trait over the pairs whose human has it.
   *
   * @param pairs pairs whose human has the trait
   * @param meanFactor mean mass of the persona on the human's label
   * @param modal share of pairs whose persona's modal label is the human's
   */
  public record Trait(String trait, int pairs, double meanFactor, double modal) {}

  /** Returns the agreement of a matching. */
  public static Agreement of(Matching matching) {
    Humans humans = matching.problem().humans();
    List<Trait> traits = new ArrayList<>();
    for (int trait = 0; trait < humans.traits().size(); trait++) {
      traits.add(onTrait(matching, trait));
    }
    int pairs = 0;
    int agreeing = 0;
    for (int human = 0; human < humans.size(); human++) {
      if (matching.persona(human) != Matching.NOBODY) {
        pairs++;
        agreeing += agreesOnAll(matching, human) ? 1 : 0;
      }
    }
    return new Agreement(traits, pairs == 0 ? 0 : (double) agreeing / pairs);
  }

  private static Trait onTrait(Matching matching, int trait) {
    Humans humans = matching.problem().humans();
    int pairs = 0;
    int agreeing = 0;
    double factors = 0;
    for (int human = 0; human < humans.size(); human++) {
      int persona = matching.persona(human);
      if (persona != Matching.NOBODY && humans.label(trait, human) != Humans.MISSING) {
        pairs++;
        factors += matching.problem().factorOf(trait, human, persona);
        agreeing += agrees(matching, trait, human) ? 1 : 0;
      }
    }
    int divisor = Math.max(1, pairs);
    return new Trait(
        humans.traits().get(trait).trait(), pairs, factors / divisor, (double) agreeing / divisor);
  }

  private static boolean agreesOnAll(Matching matching, int human) {
    Humans humans = matching.problem().humans();
    for (int trait = 0; trait < humans.traits().size(); trait++) {
      if (humans.label(trait, human) != Humans.MISSING && !agrees(matching, trait, human)) {
        return false;
      }
    }
    return true;
  }

  private static boolean agrees(Matching matching, int trait, int human) {
    Personas personas = matching.problem().personas();
    return personas.modalLabel(trait, matching.persona(human))
        == matching.problem().humans().label(trait, human);
  }
}
