package dev.voxpop.instrument.file;

import dev.voxpop.instrument.item.Permutations;
import dev.voxpop.instrument.wave.Condition;
import dev.voxpop.instrument.wave.Keying;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.Scale;
import dev.voxpop.instrument.wave.ScaleKind;
import dev.voxpop.instrument.wave.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reading of the questions of a wave. */
final class QuestionReader {
  private static final String[] KEYS = {
    "id",
    "column",
    "topic",
    "intro",
    "text",
    "scale",
    "kind",
    "options",
    "refusals",
    "permutations",
    "reverse",
    "askIf",
    "block"
  };

  private final Wording wording;
  private final Map<String, Scale> scales = new LinkedHashMap<>();
  private final Map<String, Question> read = new LinkedHashMap<>();
  private final Map<String, Section> sections = new HashMap<>();

  private QuestionReader(Wording wording) {
    this.wording = wording;
  }

  /** The questions of a wave file in file order. */
  static List<Question> read(Section wave, Wording wording) {
    QuestionReader reader = new QuestionReader(wording);
    wave.named("scales").forEach(reader::scale);
    List<Section> declared = wave.sections("questions");
    if (declared.isEmpty()) {
      wave.error("questions", "The wave has no question.\nMaybe add one.");
    }
    declared.forEach(reader::question);
    List<Question> questions = List.copyOf(reader.read.values());
    reader.checkBlocks(questions);
    reader.checkReach(questions);
    return questions;
  }

  private void scale(String id, Section section) {
    section.only("kind", "options", "refusals", "permutations");
    scales.put(id, new ScaleReader(wording).read(id, section));
  }

  private void question(Section section) {
    section.only(KEYS);
    String id = id(section);
    Question question =
        new Question(
            id,
            section.optionalText("column").orElse(id),
            section.optionalText("topic").orElse(id),
            section.optionalText("intro").filter(intro -> !intro.isBlank()),
            ScaleReader.text(section, wording),
            scaleOf(id, section),
            section.flag("reverse").orElse(false) ? Keying.REVERSED : Keying.STRAIGHT,
            askIf(section),
            section.optionalText("block"));
    read.putIfAbsent(id, question);
    sections.putIfAbsent(id, section);
  }

  private String id(Section section) {
    String id = section.text("id");
    if (!id.isEmpty() && !id.matches("[A-Za-z0-9_]+")) {
      section.error("id", id + " is no id.\nMaybe use letters, digits and _ only.");
    }
    if (read.containsKey(id)) {
      section.error("id", "The question %s occurs twice.\nMaybe rename one.".formatted(id));
    }
    return id;
  }

  private Scale scaleOf(String id, Section section) {
    if (section.has("scale") == section.has("options")) {
      section.error(
          "scale",
          "%s needs a scale or options, one of the two.\nMaybe name a scale under scales."
              .formatted(id));
      return nothing(id);
    }
    return section.has("options")
        ? new ScaleReader(wording).read(id, section)
        : shared(section).orElseGet(() -> nothing(id));
  }

  private Optional<Scale> shared(Section section) {
    for (String own : List.of("kind", "refusals", "permutations")) {
      if (section.has(own)) {
        section.error(own, "The scale has its own %s.\nMaybe remove it here.".formatted(own));
      }
    }
    String name = section.text("scale");
    Optional<Scale> scale = Optional.ofNullable(scales.get(name));
    if (scale.isEmpty()) {
      section.error(
          "scale",
          "There is no scale %s.\n%s".formatted(name, Similar.maybe(name, scales.keySet())));
    }
    return scale;
  }

  private static Scale nothing(String id) {
    return new Scale(id, ScaleKind.NOMINAL, List.of(), List.of(), Permutations.none());
  }

  private Optional<Condition> askIf(Section section) {
    return ConditionReader.read(section, read);
  }

  private void checkBlocks(List<Question> questions) {
    List<String> closed = new ArrayList<>();
    Optional<String> current = Optional.empty();
    for (Question question : questions) {
      if (!question.block().equals(current)) {
        current.ifPresent(closed::add);
        current = question.block();
        if (current.isPresent() && closed.contains(current.get())) {
          section(question)
              .error(
                  "block",
                  "Block %s was left and is taken up again.\nMaybe put its questions together."
                      .formatted(current.get()));
        }
      }
    }
  }

  private void checkReach(List<Question> questions) {
    for (Question unreachable : Reach.unreachable(questions)) {
      section(unreachable)
          .error(
              "askIf",
              "%s is never asked: no earlier answers fulfil its condition."
                      .formatted(unreachable.id())
                  + "\nMaybe an and should be an or.");
    }
  }

  private Section section(Question question) {
    Section section = sections.get(question.id());
    if (section == null) {
      throw new IllegalStateException(
          "Question %s was not read.\nMaybe report this.".formatted(question.id()));
    }
    return section;
  }
}
