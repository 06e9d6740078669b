package dev.voxpop.instrument.file;

import dev.voxpop.instrument.trait.Trait;
import dev.voxpop.instrument.trait.Traits;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.DemographicOption;
import dev.voxpop.instrument.wave.Refusal;
import dev.voxpop.instrument.wave.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reading of the demographics of a wave and of their pairing with traits. */
final class DemographicReader {
  /** What maps to no common category, or to no sentence. */
  static final String NONE = "none";

  private final Wording wording;
  private final Traits traits;
  private final Map<String, Demographic> read = new LinkedHashMap<>();

  private DemographicReader(Wording wording, Traits traits) {
    this.wording = wording;
    this.traits = traits;
  }

  /** The demographics of a wave file in file order. */
  static List<Demographic> read(Section wave, Wording wording, Traits traits) {
    DemographicReader reader = new DemographicReader(wording, traits);
    wave.sections("demographics").forEach(reader::demographic);
    return List.copyOf(reader.read.values());
  }

  private void demographic(Section section) {
    section.only("trait", "topic", "column", "text", "labels", "options", "refusals", "persona");
    Optional<Trait> trait = trait(section);
    List<String> labels = labels(section);
    List<DemographicOption> options = options(section, labels);
    List<Refusal> refusals = ScaleReader.refusals(section, wording);
    checkApart(section, options, refusals);
    checkLabels(section, labels, options);
    String id = section.text("trait");
    Demographic demographic =
        new Demographic(
            id,
            section.optionalText("topic").orElse(id),
            section.text("column"),
            ScaleReader.text(section, wording),
            labels,
            options,
            refusals,
            trait.flatMap(t -> PersonaReader.read(section, t, labels)));
    read.putIfAbsent(id, demographic);
  }

  private Optional<Trait> trait(Section section) {
    String id = section.optionalText("trait").orElse("");
    Optional<Trait> trait = traits.find(id);
    if (trait.isEmpty() && !id.isEmpty()) {
      section.error(
          "trait", "There is no trait %s.\n%s".formatted(id, Similar.maybe(id, traits.ids())));
    }
    if (read.containsKey(id)) {
      section.error("trait", "The trait %s occurs twice.\nMaybe remove one.".formatted(id));
    }
    return trait;
  }

  private static List<String> labels(Section section) {
    List<String> labels = section.texts("labels");
    if (labels.stream().distinct().count() != labels.size()) {
      section.error("labels", "A label occurs twice.\nMaybe remove one of the two.");
    }
    if (labels.size() < 2 || labels.contains(NONE)) {
      section.error(
          "labels", "%s are no labels.\nMaybe name two or more, and not none.".formatted(labels));
    }
    return labels;
  }

  private List<DemographicOption> options(Section section, List<String> labels) {
    List<DemographicOption> options = new ArrayList<>();
    for (Section option : section.sections("options")) {
      option.only("code", "text", "aliases", "label", "bio", "portray");
      String text = ScaleReader.text(option, wording);
      options.add(
          new DemographicOption(
              option.integer("code"),
              text,
              AliasReader.read(option),
              label(option, labels),
              Optional.of(option.text("bio")).filter(bio -> !bio.equals(NONE)),
              portray(option, text)));
    }
    if (options.isEmpty()) {
      section.error("options", "There is no option.\nMaybe add the codes of the column.");
    }
    return options;
  }

  private String portray(Section option, String text) {
    Optional<String> portray = option.optionalText("portray").filter(p -> !p.isBlank());
    if (portray.isEmpty() && text.isEmpty()) {
      option.error(
          "portray",
          wording == Wording.USER_SUPPLIED
              ? "portray is required while text is empty.\nMaybe add it."
              : "portray has no value.\nMaybe remove it to use the text.");
    }
    return portray.orElse(text);
  }

  private static Optional<String> label(Section option, List<String> labels) {
    String label = option.text("label");
    if (label.equals(NONE) || label.isEmpty()) {
      return Optional.empty();
    }
    if (!labels.contains(label)) {
      option.error(
          "label", "There is no label %s.\n%s".formatted(label, Similar.maybe(label, labels)));
    }
    return Optional.of(label);
  }

  private static void checkApart(
      Section section, List<DemographicOption> options, List<Refusal> refusals) {
    List<Section> declared = section.sections("options");
    List<Section> refused = section.sections("refusals");
    List<OptionTexts.Named> named = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      DemographicOption option = options.get(i);
      named.add(new OptionTexts.Named("code " + option.code(), option.text(), declared.get(i)));
    }
    for (int i = 0; i < refusals.size(); i++) {
      Refusal refusal = refusals.get(i);
      named.add(new OptionTexts.Named("code " + refusal.code(), refusal.text(), refused.get(i)));
    }
    OptionTexts.check(named, section.problems());
  }

  private static void checkLabels(
      Section section, List<String> labels, List<DemographicOption> options) {
    for (String label : labels) {
      if (options.stream().noneMatch(option -> option.label().filter(label::equals).isPresent())) {
        section.error(
            "labels", "No option carries the label %s.\nMaybe remove the label.".formatted(label));
      }
    }
  }
}
