package dev.voxpop.analysis.elicitation;

import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.panel.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far the ways of asking one question are from each other: earth mover's distance and total
 * variation of every pair, and each way's mass on anything but an option.
 *
 * @param ways in order of the modes
 * @param pairs every pair of ways, in the same order
 */
public record ElicitationAgreement(Item item, List<Elicited> ways, List<Pair> pairs) {

  /** Copies the lists. */
  public ElicitationAgreement {
    ways = List.copyOf(ways);
    pairs = List.copyOf(pairs);
  }

  /** Two ways and their distance; NaN where a way gave no answer. */
  public record Pair(Mode first, Mode second, Distance distance) {}

  /** Compares ways of asking one question; each mode occurs once. */
  public static ElicitationAgreement of(Item item, List<Elicited> elicited, NominalEmd nominal) {
    List<Elicited> ways = elicited.stream().sorted(Comparator.comparing(Elicited::mode)).toList();
    if (ways.stream().map(Elicited::mode).distinct().count() < ways.size()) {
      throw new IllegalArgumentException(
          "Question '%s' has one way of asking twice.%nMaybe pool its answers first."
              .formatted(item.id()));
    }
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < ways.size(); a++) {
      for (int b = a + 1; b < ways.size(); b++) {
        Elicited one = ways.get(a);
        Elicited two = ways.get(b);
        pairs.add(
            new Pair(
                one.mode(),
                two.mode(),
                Distance.between(one.distribution(), two.distribution(), nominal)));
      }
    }
    return new ElicitationAgreement(item, ways, pairs);
  }
}
