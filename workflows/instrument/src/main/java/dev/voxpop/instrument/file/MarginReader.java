package dev.voxpop.instrument.file;

import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Margins;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reading of population shares. */
final class MarginReader {
  /** How far shares may sum from 1; more than rounding explains is refused. */
  private static final double TOLERANCE = 0.005;

  private static final double ROUNDING = 1e-9;

  private final Section margins;
  private final List<Demographic> demographics;

  private MarginReader(Section margins, List<Demographic> demographics) {
    this.margins = margins;
    this.demographics = demographics;
  }

  /** The margins of a wave file. */
  static Margins read(Section wave, List<Demographic> demographics) {
    Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
    Optional<Section> section = wave.section("margins");
    if (section.isPresent()) {
      MarginReader reader = new MarginReader(section.get(), demographics);
      section.get().keys().forEach(trait -> shares.put(trait, reader.margin(trait)));
    }
    return new Margins(shares);
  }

  private Map<String, Double> margin(String trait) {
    Section section = margins.section(trait).orElseThrow();
    List<String> labels = labels(trait);
    Map<String, Double> shares = new LinkedHashMap<>();
    for (String label : section.keys()) {
      shares.put(label, share(section, label, labels));
    }
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!(Math.abs(sum - 1) <= TOLERANCE + ROUNDING)) {
      margins.error(
          trait, "The margins of %s sum to %.4f.\nMaybe correct them to 1.".formatted(trait, sum));
    }
    return shares;
  }

  private double share(Section section, String label, List<String> labels) {
    double share = section.number(label).orElse(0.0);
    if (!(share >= 0 && share <= 1)) {
      section.error(label, "%s is no share.\nMaybe 0 to 1.".formatted(share));
    }
    if (!labels.isEmpty() && !labels.contains(label)) {
      section.error(
          label, "There is no label %s.\n%s".formatted(label, Similar.maybe(label, labels)));
    }
    return share;
  }

  private List<String> labels(String trait) {
    Optional<Demographic> demographic =
        demographics.stream().filter(d -> d.trait().equals(trait)).findFirst();
    if (demographic.isEmpty()) {
      List<String> known = demographics.stream().map(Demographic::trait).toList();
      margins.error(
          trait, "There is no demographic %s.\n%s".formatted(trait, Similar.maybe(trait, known)));
    }
    return demographic.map(Demographic::labels).orElse(List.of());
  }
}
