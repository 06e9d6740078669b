package dev.voxpop.survey.activity;

import dev.voxpop.contracts.experiment.ArmChoice;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.ModelAliases;
import dev.voxpop.contracts.experiment.SurveyChoice;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.contracts.run.CheckReport.WaveFacts;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.wave.Defaults;
import dev.voxpop.instrument.wave.Grouping;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.QuestionSet;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.Models;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this stage has to say about a document: its wave, questions, traits, formats and models. */
final class DocumentCheck {
  private static final String CHAT = "chat";
  private static final String COMPLETION = "completion";

  private final ExperimentDocument document;
  private final Waves waves;
  private final Models models;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, ModelFacts> facts = new LinkedHashMap<>();

  private DocumentCheck(ExperimentDocument document, Waves waves, Models models) {
    this.document = document;
    this.waves = waves;
    this.models = models;
  }

  static DocumentCheck of(ExperimentDocument document, Waves waves, Models models) {
    return new DocumentCheck(document, waves, models);
  }

  CheckReport report() {
    Optional<Wave> wave = wave(document.survey().wave());
    WaveFacts waveFacts = wave.map(this::facts).orElse(null);
    traits();
    models("/models", document.models());
    format("/format", document.models(), document.format());
    for (int i = 0; i < document.arms().size(); i++) {
      arm("/arms/" + i, document.arms().get(i));
    }
    return new CheckReport(problems, waveFacts, null, List.copyOf(facts.values()), Map.of());
  }

  private Optional<Wave> wave(String name) {
    int at = name.indexOf('@');
    String id = at < 0 ? name : name.substring(0, at);
    Optional<Wave> wave = waves.find(id);
    if (wave.isEmpty()) {
      problem("/survey/wave", "There is no wave \"" + id + "\".", Nearest.of(id, waves.ids()));
    } else if (at >= 0
        && !wave.get().provenance().contentHash().startsWith(name.substring(at + 1))) {
      problem(
          "/survey/wave",
          "Wave \"%s\" has content %s here.".formatted(id, wave.get().provenance().contentHash()),
          "the file was changed; name the content that is meant.");
    }
    return wave;
  }

  private WaveFacts facts(Wave wave) {
    List<String> questions = questions(wave);
    wording(wave, questions);
    Defaults defaults = wave.defaults();
    return new WaveFacts(
        wave.id(),
        wave.provenance().contentHash(),
        questions,
        wave.mappedTraits(),
        wave.groupings().stream().map(Grouping::id).toList(),
        defaults.inSeries(),
        defaults.randomiseQuestions(),
        defaults.randomiseOptions(),
        defaults.consistencyLine(),
        defaults.forcingLine());
  }

  private List<String> questions(Wave wave) {
    SurveyChoice chosen = document.survey();
    String set = chosen.questionSet();
    if (set != null) {
      Optional<QuestionSet> known = wave.questionSet(set);
      if (known.isEmpty()) {
        List<String> sets = wave.questionSets().stream().map(QuestionSet::id).toList();
        problem(
            "/survey/questionSet",
            "Wave \"%s\" has no question set \"%s\".".formatted(wave.id(), set),
            Nearest.of(set, sets));
      }
      return known.map(QuestionSet::questions).orElse(List.of());
    }
    if (chosen.questions().isEmpty()) {
      return wave.defaultQuestions();
    }
    return known(wave, chosen.questions());
  }

  private List<String> known(Wave wave, List<String> chosen) {
    List<String> known = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      String id = chosen.get(i);
      if (wave.question(id).isPresent()) {
        known.add(id);
      } else {
        problem(
            "/survey/questions/" + i,
            "Wave \"%s\" has no question \"%s\".".formatted(wave.id(), id),
            Nearest.of(id, wave.questions().stream().map(Question::id).toList()));
      }
    }
    return known;
  }

  /** A question without its words cannot be asked. */
  private void wording(Wave wave, List<String> questions) {
    List<String> empty =
        wave.select(questions).stream()
            .filter(
                question ->
                    question.text().isBlank()
                        || question.scale().options().stream().anyMatch(o -> o.text().isBlank()))
            .map(Question::id)
            .toList();
    if (!empty.isEmpty()) {
      problem(
          "/survey/wave",
          "Wave \"%s\" lacks the wording of %s.".formatted(wave.id(), empty),
          "lay an overlay with the wording over it.");
    }
  }

  private void traits() {
    List<String> use = document.traits().use();
    for (int i = 0; i < use.size(); i++) {
      if (waves.traits().find(use.get(i)).isEmpty()) {
        problem(
            "/traits/use/" + i,
            "There is no trait \"" + use.get(i) + "\".",
            Nearest.of(use.get(i), waves.traits().ids()));
      }
    }
  }

  private void arm(String pointer, ArmChoice arm) {
    ModelAliases aliases = arm.models() == null ? document.models() : arm.models();
    if (arm.models() != null) {
      models(pointer + "/models", arm.models());
    }
    format(pointer + "/format", aliases, arm.format());
  }

  private void models(String pointer, ModelAliases aliases) {
    model(pointer + "/interview", aliases.interview());
    model(pointer + "/reader", aliases.reader());
  }

  private void model(String pointer, String alias) {
    Optional<ModelEndpoint> model = models.find(alias);
    model.ifPresentOrElse(
        known -> facts.put(alias, known.facts()),
        () -> problems.add(models.unknown(pointer, alias)));
  }

  /** The way to the model must be one that the model has; items must fit the marks. */
  private void format(
      String pointer,
      ModelAliases aliases,
      dev.voxpop.contracts.experiment.@Nullable PromptFormat named) {
    ModelFacts model = facts.get(aliases.interview());
    if (named == null || model == null) {
      return;
    }
    String kind = named.mode() == Mode.COMPLETION ? COMPLETION : CHAT;
    if (!model.kind().equals(kind)) {
      problem(
          pointer + "/mode",
          "Mode %s needs a model of kind %s; \"%s\" is of kind %s."
              .formatted(named.mode().wireName(), kind, model.alias(), model.kind()),
          "choose another mode or another model.");
    }
    objections(pointer, named);
  }

  private void objections(String pointer, dev.voxpop.contracts.experiment.PromptFormat named) {
    Optional<Wave> wave = waves.find(document.survey().wave().replaceFirst("@.*", ""));
    if (wave.isPresent()) {
      PromptFormat format = PromptFormat.of(named);
      wave.get().questions().stream()
          .flatMap(question -> format.objectionTo(question.item()).stream())
          .findFirst()
          .ifPresent(words -> problem(pointer, words.lines().findFirst().orElse(words), ""));
    }
  }

  private void problem(String pointer, String detail, String suggestion) {
    problems.add(new Problem(pointer, detail, suggestion));
  }
}
