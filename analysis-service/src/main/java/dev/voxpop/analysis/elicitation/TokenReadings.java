package dev.voxpop.analysis.elicitation;

import dev.voxpop.analysis.distribution.Belief;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The token probabilities of one arm's answers on their way to one vector a persona and question.
 *
 * <p>A persona that was asked several times has the mean of its masses: m(k) = Σ_r m_r(k) ÷ R. Mass
 * on what is no option of the scale, such as a shown refusal, lies off the options, as a refused
 * answer does. Independent of the order of readings but for the rounding of sums.
 */
public final class TokenReadings {

  private final String arm;
  private final Map<String, Item> items = new HashMap<>();
  private final Map<Key, Sums> sums = new LinkedHashMap<>();

  private TokenReadings(String arm, List<Item> items) {
    this.arm = arm;
    items.forEach(item -> this.items.put(item.id(), item));
  }

  /** No readings yet; those of other questions will be left out. */
  public static TokenReadings of(String arm, List<Item> items) {
    return new TokenReadings(arm, items);
  }

  /**
   * What was read from one answer.
   *
   * @param story null for a persona without one, which is a cluster of its own
   * @param masses by code of what was shown
   */
  public record Reading(
      String persona, @Nullable String story, String question, Map<String, Double> masses) {

    /** Copies the map. */
    public Reading {
      masses = Map.copyOf(masses);
    }
  }

  private record Key(String persona, String question) {}

  private static final class Sums {
    private final String cluster;
    private final double[] masses;
    private int readings;

    Sums(String cluster, int options) {
      this.cluster = cluster;
      this.masses = new double[options];
    }
  }

  /** Takes a reading. */
  public void add(Reading reading) {
    Item item = items.get(reading.question());
    if (item == null) {
      return;
    }
    String cluster = reading.story() == null ? reading.persona() : reading.story();
    Sums own =
        sums.computeIfAbsent(
            new Key(reading.persona(), reading.question()), k -> new Sums(cluster, item.levels()));
    for (int k = 0; k < item.levels(); k++) {
      Option option = item.options().get(k);
      own.masses[k] += reading.masses().getOrDefault(option.code(), 0.0);
    }
    own.readings++;
  }

  /** One vector a persona and question, in their order. */
  public List<ProbabilityVector> vectors() {
    List<ProbabilityVector> vectors = new ArrayList<>();
    sums.forEach((key, own) -> vectors.add(vector(key, own)));
    return vectors.stream().sorted(ProbabilityVector.ORDER).toList();
  }

  private ProbabilityVector vector(Key key, Sums own) {
    List<Double> masses = Arrays.stream(own.masses).mapToObj(sum -> sum / own.readings).toList();
    return new ProbabilityVector(
        arm, Mode.LOG_PROBABILITIES, key.persona, key.question, new Belief(own.cluster, masses));
  }
}
