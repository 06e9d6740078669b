package dev.voxpop.instrument.file;

import dev.voxpop.instrument.item.Permutations;
import dev.voxpop.instrument.wave.Option;
import dev.voxpop.instrument.wave.Refusal;
import dev.voxpop.instrument.wave.Scale;
import dev.voxpop.instrument.wave.ScaleKind;
import dev.voxpop.instrument.wave.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** The reading of a scale: kind, options, refusals and allowed orders. */
final class ScaleReader {
  private static final int FEWEST_OPTIONS = 2;
  private static final int MOST_OPTIONS = 99;

  private final Wording wording;

  ScaleReader(Wording wording) {
    this.wording = wording;
  }

  /** The scale of a section whose keys its caller has checked. */
  Scale read(String id, Section section) {
    if (!section.has("kind")) {
      section.error("kind", "kind is required.\nMaybe ordinal or nominal.");
    }
    ScaleKind kind = section.choice("kind", ScaleKind.class).orElse(ScaleKind.NOMINAL);
    List<Section> declared = section.sections("options");
    List<Option> options = options(declared, kind);
    List<Refusal> refusals = refusals(section, wording);
    if (options.size() < FEWEST_OPTIONS || options.size() > MOST_OPTIONS) {
      section.error(
          "options",
          "There are %d options.\nMaybe give %d to %d."
              .formatted(options.size(), FEWEST_OPTIONS, MOST_OPTIONS));
    }
    checkApart(section, options, refusals);
    checkPositions(declared, options);
    Permutations orders = PermutationReader.ofScale(section, kind, options.size(), fixed(declared));
    return new Scale(id, kind, options, refusals, orders);
  }

  /** The refusals of a section. */
  static List<Refusal> refusals(Section section, Wording wording) {
    List<Refusal> refusals = new ArrayList<>();
    for (Section refusal : section.sections("refusals")) {
      refusal.only("code", "text", "show");
      Refusal.Visibility visibility =
          refusal.flag("show").orElse(false) ? Refusal.Visibility.SHOWN : Refusal.Visibility.HIDDEN;
      refusals.add(new Refusal(refusal.integer("code"), text(refusal, wording), visibility));
    }
    return refusals;
  }

  /** The text of a section, which may be empty while the wording is the user's to fill. */
  static String text(Section section, Wording wording) {
    return wording == Wording.USER_SUPPLIED
        ? section.optionalText("text").orElse("")
        : section.text("text");
  }

  private List<Option> options(List<Section> declared, ScaleKind kind) {
    List<Option> options = new ArrayList<>();
    for (Section option : declared) {
      option.only("code", "text", "aliases", "position", "fixed");
      if (kind == ScaleKind.NOMINAL && option.has("position")) {
        option.error("position", "A nominal scale has no positions.\nMaybe make it ordinal.");
      }
      OptionalDouble position =
          kind == ScaleKind.NOMINAL
              ? OptionalDouble.empty()
              : OptionalDouble.of(option.number("position").orElse(options.size() + 1.0));
      options.add(
          new Option(
              option.integer("code"), text(option, wording), AliasReader.read(option), position));
    }
    return options;
  }

  private static void checkApart(Section section, List<Option> options, List<Refusal> refusals) {
    List<Section> declared = section.sections("options");
    List<Section> refused = section.sections("refusals");
    List<OptionTexts.Named> named = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      named.add(new OptionTexts.Named("code " + option.code(), option.text(), declared.get(i)));
    }
    for (int i = 0; i < refusals.size(); i++) {
      Refusal refusal = refusals.get(i);
      named.add(new OptionTexts.Named("code " + refusal.code(), refusal.text(), refused.get(i)));
    }
    OptionTexts.check(named, section.problems());
  }

  private static void checkPositions(List<Section> declared, List<Option> options) {
    for (int i = 1; i < options.size(); i++) {
      OptionalDouble before = options.get(i - 1).position();
      OptionalDouble here = options.get(i).position();
      if (before.isPresent() && here.isPresent() && !(before.getAsDouble() < here.getAsDouble())) {
        declared
            .get(i)
            .error(
                "position",
                "Position %s does not follow %s.\nMaybe positions must increase."
                    .formatted(here.getAsDouble(), before.getAsDouble()));
      }
    }
  }

  private static Set<Integer> fixed(List<Section> declared) {
    Set<Integer> fixed = new HashSet<>();
    for (int i = 0; i < declared.size(); i++) {
      if (declared.get(i).flag("fixed").orElse(false)) {
        fixed.add(i);
      }
    }
    return fixed;
  }
}
