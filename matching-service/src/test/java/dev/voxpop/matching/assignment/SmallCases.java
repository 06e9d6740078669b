package dev.voxpop.matching.assignment;

import dev.voxpop.matching.trait.TraitLabels;
import java.util.List;
import java.util.SplittableRandom;

/** Small seeded problems with ties, zeros, missing traits and equal humans. */
final class SmallCases {

  static final List<TraitLabels> TRAITS =
      List.of(
          new TraitLabels("a", List.of("a0", "a1")),
          new TraitLabels("b", List.of("b0", "b1", "b2")),
          new TraitLabels("c", List.of("c0", "c1")));

  private SmallCases() {}

  static Problem random(SplittableRandom random, int humans, int personas) {
    return Problem.of(humans(random, humans), personas(random, personas));
  }

  static Humans humans(SplittableRandom random, int size) {
    var builder = Humans.builder(TRAITS);
    for (int i = 0; i < size; i++) {
      builder.add("h" + i, random.nextInt(3) - 1, random.nextInt(4) - 1, random.nextInt(3) - 1);
    }
    return builder.build();
  }

  static Personas personas(SplittableRandom random, int size) {
    var builder = Personas.builder(TRAITS);
    for (int j = 0; j < size; j++) {
      double[] counts = new double[7];
      for (int c = 0; c < counts.length; c++) {
        counts[c] = Math.max(0, random.nextInt(6) - 2);
      }
      builder.add("p" + j, counts);
    }
    return builder.build();
  }

  /** A problem with one human per row and the given weights, for worked examples. */
  static Problem table(double[][] weights) {
    int rows = weights.length;
    var labels =
        new TraitLabels(
            "row", java.util.stream.IntStream.rangeClosed(0, rows).mapToObj(i -> "r" + i).toList());
    var humans = Humans.builder(List.of(labels));
    var personas = Personas.builder(List.of(labels));
    for (int i = 0; i < rows; i++) {
      humans.add("h" + (i + 1), i);
    }
    for (int j = 0; j < weights[0].length; j++) {
      double[] masses = new double[rows + 1];
      double rest = 1;
      for (int i = 0; i < rows; i++) {
        masses[i] = weights[i][j];
        rest -= weights[i][j];
      }
      masses[rows] = rest;
      personas.add("p" + (j + 1), masses);
    }
    return Problem.of(humans.build(), personas.build());
  }
}
