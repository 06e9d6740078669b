package dev.voxpop.matching.population;

import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.trait.TraitLabels;
import java.util.ArrayList;
import java.util.List;

/**
 * To what degree each persona belongs to each label of the traits that have a margin: its mass, or
 * one for its modal label.
 */
final class Memberships {

  private final int size;
  private final List<double[][]> traits;

  private Memberships(int size, List<double[][]> traits) {
    this.size = size;
    this.traits = traits;
  }

  static Memberships of(Personas personas, List<TraitMargin> margins, Membership kind) {
    List<double[][]> traits = new ArrayList<>();
    for (TraitMargin margin : margins) {
      int trait = personas.traits().indexOf(margin.trait());
      if (trait < 0) {
        throw new IllegalArgumentException(
            "Personas have no trait \"%s\" with labels %s.\nMaybe it is one of %s?"
                .formatted(
                    margin.trait().trait(),
                    margin.trait().labels(),
                    personas.traits().stream().map(TraitLabels::trait).toList()));
      }
      traits.add(columns(personas, trait, kind));
    }
    return new Memberships(personas.size(), traits);
  }

  int size() {
    return size;
  }

  double of(int trait, int label, int persona) {
    return traits.get(trait)[label][persona];
  }

  private static double[][] columns(Personas personas, int trait, Membership kind) {
    double[][] columns = new double[personas.traits().get(trait).size()][personas.size()];
    for (int persona = 0; persona < personas.size(); persona++) {
      for (int label = 0; label < columns.length; label++) {
        columns[label][persona] =
            switch (kind) {
              case FRACTIONAL -> personas.mass(trait, label, persona);
              case MODAL -> personas.modalLabel(trait, persona) == label ? 1 : 0;
            };
      }
    }
    return columns;
  }
}
