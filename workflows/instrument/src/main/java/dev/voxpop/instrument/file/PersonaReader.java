package dev.voxpop.instrument.file;

import dev.voxpop.instrument.trait.Trait;
import dev.voxpop.instrument.wave.PersonaMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reading of a persona map: {same: true}, or option to label, label shares or none; {@code
 * persona: none} leaves the trait unmapped.
 */
final class PersonaReader {
  private static final String KEY = "persona";
  private static final String SAME = "same";
  private static final double TOLERANCE = 1e-6;

  private final Section section;
  private final Trait trait;
  private final List<String> labels;

  private PersonaReader(Section section, Trait trait, List<String> labels) {
    this.section = section;
    this.trait = trait;
    this.labels = labels;
  }

  /** The map of a demographic; empty when the trait stays unmapped. */
  static Optional<PersonaMap> read(Section demographic, Trait trait, List<String> labels) {
    if (demographic.node(KEY).orElse(null) instanceof Node.Scalar scalar
        && scalar.text().equals(DemographicReader.NONE)) {
      return Optional.empty();
    }
    Optional<Section> section = demographic.section(KEY);
    if (section.isEmpty()) {
      demographic.error(KEY, "persona is required.\nMaybe {same: true}, or none.");
    }
    return section.map(s -> new PersonaReader(s, trait, labels).map());
  }

  private PersonaMap map() {
    boolean same = section.flag(SAME).orElse(false);
    Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
    for (String option : trait.optionNames()) {
      if (section.has(option)) {
        shares.put(option, shares(option));
      } else if (same) {
        shares.put(option, known(option, option) ? Map.of(option, 1.0) : Map.of());
      } else {
        section.error(
            option,
            "%s of %s is not mapped.\nMaybe map it to one of %s, or to none."
                .formatted(option, trait.id(), labels));
      }
    }
    checkKeys();
    checkReached(shares);
    return new PersonaMap(shares);
  }

  private Map<String, Double> shares(String option) {
    if (section.node(option).orElse(null) instanceof Node.Mapping) {
      return split(option, section.section(option).orElseThrow());
    }
    String label = section.text(option);
    return label.equals(DemographicReader.NONE) || !known(option, label)
        ? Map.of()
        : Map.of(label, 1.0);
  }

  private Map<String, Double> split(String option, Section parts) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (String label : parts.keys()) {
      known(option, label);
      double share = parts.number(label).orElse(0.0);
      if (!(share > 0 && share <= 1)) {
        parts.error(label, "%s is no share.\nMaybe a number above 0 up to 1.".formatted(share));
      }
      shares.put(label, share);
    }
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    if (Math.abs(sum - 1) > TOLERANCE) {
      section.error(
          option,
          "The shares of %s sum to %s.\nMaybe they should sum to 1.".formatted(option, sum));
    }
    return shares;
  }

  private boolean known(String option, String label) {
    if (!labels.contains(label)) {
      section.error(
          option, "There is no label %s.\n%s".formatted(label, Similar.maybe(label, labels)));
    }
    return labels.contains(label);
  }

  private void checkKeys() {
    for (String key : section.keys()) {
      if (!key.equals(SAME) && !trait.optionNames().contains(key)) {
        section.error(
            key,
            "%s has no option %s.\n%s"
                .formatted(trait.id(), key, Similar.maybe(key, trait.optionNames())));
      }
    }
  }

  private void checkReached(Map<String, Map<String, Double>> shares) {
    for (String label : labels) {
      if (shares.values().stream().noneMatch(of -> of.containsKey(label))) {
        section
            .problems()
            .warning(
                section.at(),
                section.pointer(),
                "No option of %s maps to %s.\nMaybe merge the label with another one."
                    .formatted(trait.id(), label));
      }
    }
  }
}
