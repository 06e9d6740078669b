package dev.voxpop.matching.trait;

import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.PersonaMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the codes of humans and the options of personas reach the common labels of one trait.
 *
 * <p>Both sides name labels, never positions. Every option of the persona side is mapped, split or
 * mapped to none; a missing one is refused, as is an unknown label.
 */
public final class LabelMap {

  /** The label index of a human whose value is missing, refused or mapped to none. */
  public static final int NO_LABEL = -1;

  private static final double ROUNDING = 1e-9;

  private final TraitLabels labels;
  private final String column;
  private final Map<Integer, Integer> labelOfCode;
  private final List<List<Double>> sharesOfOption;

  private LabelMap(
      TraitLabels labels,
      String column,
      Map<Integer, Integer> labelOfCode,
      List<List<Double>> sharesOfOption) {
    this.labels = labels;
    this.column = column;
    this.labelOfCode = labelOfCode;
    this.sharesOfOption = sharesOfOption;
  }

  /**
   * Returns the map of a demographic.
   *
   * @param options names of the trait's substantive options, in the order in which masses come
   */
  public static LabelMap of(Demographic demographic, List<String> options) {
    var labels = new TraitLabels(demographic.trait(), demographic.labels());
    PersonaMap persona =
        demographic
            .persona()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Trait \"%s\" has no map from personas.\nMaybe leave it out of the matching?"
                            .formatted(demographic.trait())));
    Map<Integer, Integer> codes = new HashMap<>();
    demographic
        .options()
        .forEach(
            option ->
                option.label().ifPresent(label -> codes.put(option.code(), labels.indexOf(label))));
    List<List<Double>> shares =
        options.stream().map(option -> shares(labels, option, persona.of(option))).toList();
    return new LabelMap(labels, demographic.column(), codes, shares);
  }

  public TraitLabels labels() {
    return labels;
  }

  /** Returns the column of the human data. */
  public String column() {
    return column;
  }

  /** Returns the label index of a human's code, or {@link #NO_LABEL}. */
  public int labelOf(@Nullable Integer code) {
    return code == null ? NO_LABEL : labelOfCode.getOrDefault(code, NO_LABEL);
  }

  /** Returns the same map, but every split option as a whole at the earliest of its labels. */
  public LabelMap unsplit() {
    return new LabelMap(
        labels, column, labelOfCode, sharesOfOption.stream().map(LabelMap::whole).toList());
  }

  private static List<Double> whole(List<Double> shares) {
    double[] whole = new double[shares.size()];
    for (int label = 0; label < whole.length; label++) {
      if (shares.get(label) > 0) {
        whole[label] = 1;
        break;
      }
    }
    return Arrays.stream(whole).boxed().toList();
  }

  /** Returns the mass per label of counts or probabilities per option. */
  public LabelMass massOf(List<Double> options) {
    if (options.size() != sharesOfOption.size()) {
      throw new IllegalArgumentException(
          "Trait \"%s\" has %d options, found %d numbers.\nMaybe the trait file changed?"
              .formatted(labels.trait(), sharesOfOption.size(), options.size()));
    }
    double[] masses = new double[labels.size()];
    double all = 0;
    double mapped = 0;
    for (int option = 0; option < options.size(); option++) {
      all += options.get(option);
      for (int label = 0; label < masses.length; label++) {
        double part = options.get(option) * sharesOfOption.get(option).get(label);
        masses[label] += part;
        mapped += part;
      }
    }
    double excluded = all > 0 ? Math.max(0, (all - mapped) / all) : 0;
    return new LabelMass(Arrays.stream(masses).boxed().toList(), excluded);
  }

  /** Returns the mass of somebody of whom nothing is known. */
  public LabelMass noMass() {
    return new LabelMass(Collections.nCopies(labels.size(), 0.0), 0);
  }

  private static List<Double> shares(
      TraitLabels labels, String option, Map<String, Double> ofLabel) {
    double[] shares = new double[labels.size()];
    ofLabel.forEach((label, share) -> shares[labels.indexOf(label)] += share);
    double sum = Arrays.stream(shares).sum();
    if (!ofLabel.isEmpty() && Math.abs(sum - 1) > ROUNDING) {
      throw new IllegalArgumentException(
          "Option \"%s\" of trait \"%s\" has shares that sum to %s.\nMaybe they should sum to 1?"
              .formatted(option, labels.trait(), sum));
    }
    return Arrays.stream(shares).boxed().toList();
  }
}
