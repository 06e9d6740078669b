package dev.voxpop.matching.population;

import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.trait.TraitLabels;
import java.util.List;

/** The traits of personas by name. */
final class TraitNames {

  private TraitNames() {}

  /** Returns a trait's number, or refuses a name that no trait has. */
  static int number(Personas personas, String trait) {
    List<String> names = personas.traits().stream().map(TraitLabels::trait).toList();
    int number = names.indexOf(trait);
    if (number < 0) {
      throw new IllegalArgumentException(
          "Personas have no trait \"%s\".\nMaybe it is one of %s?".formatted(trait, names));
    }
    return number;
  }
}
