package dev.voxpop.instrument.file;

import dev.voxpop.instrument.item.Band;
import dev.voxpop.instrument.item.Quantity;
import dev.voxpop.instrument.trait.FollowUp;
import dev.voxpop.instrument.trait.Protection;
import dev.voxpop.instrument.trait.Reader;
import dev.voxpop.instrument.trait.Trait;
import dev.voxpop.instrument.trait.TraitOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A reader of trait files. */
public final class TraitReader {
  private static final String KIND = "Trait";
  private static final String[] KEYS = {
    "apiVersion",
    "kind",
    "id",
    "about",
    "quantity",
    "question",
    "options",
    "refusal",
    "protected",
    "reader",
    "permutations",
    "followUps"
  };

  private TraitReader() {}

  /** The trait in a YAML or JSON file, or up to twenty problems with their places. */
  public static Reading<Trait> read(SourceFile source) {
    Problems problems = new Problems();
    Optional<Node> root = DocumentParser.parse(source, problems);
    if (root.isEmpty()) {
      return problems.refused();
    }
    Optional<Trait> trait = trait(Section.of(root.get(), "", problems), ContentHash.of(root.get()));
    return problems.outcome(trait::orElseThrow);
  }

  private static Optional<Trait> trait(Section file, String hash) {
    checkHeader(file);
    Optional<Quantity> quantity = file.choice("quantity", Quantity.class);
    List<TraitOption> options = options(file, quantity);
    PermutationReader.Ordered orders = PermutationReader.ofTrait(file, options.size());
    Protection protection = protection(file);
    Trait trait =
        new Trait(
            file.text("id"),
            quantity,
            file.text("question"),
            orders.wordings(),
            options,
            file.text("refusal"),
            protection,
            reader(file, protection),
            orders.permutations(),
            followUps(file, options),
            hash);
    return file.problems().refuse() ? Optional.empty() : Optional.of(trait);
  }

  private static Protection protection(Section file) {
    return file.flag("protected").orElse(false) ? Protection.PROTECTED : Protection.OPEN;
  }

  private static void checkHeader(Section file) {
    file.only(KEYS);
    if (!file.text("apiVersion").equals("v1")) {
      file.error("apiVersion", "This version is not known.\nMaybe apiVersion: v1.");
    }
    if (!file.text("kind").equals(KIND)) {
      file.error("kind", "This is no trait file.\nMaybe kind: %s.".formatted(KIND));
    }
    if (!file.text("id").matches("[a-z0-9][a-z0-9_-]{0,62}")) {
      file.error("id", "This is no id.\nMaybe use lower-case letters, digits and _.");
    }
  }

  private static List<TraitOption> options(Section file, Optional<Quantity> quantity) {
    List<TraitOption> options = new ArrayList<>();
    List<OptionTexts.Named> named = new ArrayList<>();
    for (Section option : file.sections("options")) {
      option.only("name", "text", "aliases", "from", "below");
      Optional<Band> band = quantity.flatMap(q -> band(option));
      String name = name(option);
      String text = option.text("text");
      options.add(new TraitOption(name, text, AliasReader.read(option), band));
      named.add(new OptionTexts.Named("name " + name, text, option));
    }
    if (options.size() < 2) {
      file.error("options", "There are fewer than two options.\nMaybe add one.");
    }
    OptionTexts.check(named, file.problems());
    checkBands(file, options);
    return options;
  }

  private static String name(Section option) {
    String name = option.text("name");
    if (List.of("same", "none", Reader.NOT_MENTIONED, Trait.REFUSAL).contains(name)) {
      option.error("name", "The name %s is taken.\nMaybe choose another one.".formatted(name));
    }
    return name;
  }

  private static Optional<Band> band(Section option) {
    Optional<Double> low = option.number("from");
    double high = option.number("below").orElse(Double.POSITIVE_INFINITY);
    if (low.isEmpty() || !(low.get() < high)) {
      option.error("from", "The bounds hold no number.\nMaybe from: 18 and below: 30.");
      return Optional.empty();
    }
    return Optional.of(new Band(low.get(), high));
  }

  private static void checkBands(Section file, List<TraitOption> options) {
    for (int i = 1; i < options.size(); i++) {
      Optional<Band> before = options.get(i - 1).band();
      Optional<Band> here = options.get(i).band();
      if (before.isPresent() && here.isPresent() && before.get().high() != here.get().low()) {
        file.error(
            "options",
            "%s does not begin where %s ends.\nMaybe correct from or below."
                .formatted(options.get(i).name(), options.get(i - 1).name()));
      }
    }
  }

  private static Optional<Reader> reader(Section file, Protection protection) {
    if (protection == Protection.PROTECTED && file.has("reader")) {
      file.error("reader", "A protected trait is never read from a story.\nMaybe remove reader.");
      return Optional.empty();
    }
    return file.section("reader")
        .map(section -> section.only("question", "notMentioned"))
        .map(section -> new Reader(section.text("question"), section.text("notMentioned")));
  }

  private static List<FollowUp> followUps(Section file, List<TraitOption> options) {
    List<String> names = options.stream().map(TraitOption::name).toList();
    List<FollowUp> followUps = new ArrayList<>();
    for (Section section : file.sections("followUps")) {
      section.only("trait", "after");
      List<String> after = section.texts("after");
      for (String name : after) {
        if (!names.contains(name)) {
          section.error(
              "after", "There is no option %s.\n%s".formatted(name, Similar.maybe(name, names)));
        }
      }
      if (after.isEmpty()) {
        section.error("after", "No option leads here.\nMaybe name one.");
      }
      followUps.add(new FollowUp(section.text("trait"), new HashSet<>(after)));
    }
    return List.copyOf(followUps);
  }
}
