package dev.voxpop.standalone.check;

import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiments.Reading;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.QuestionSet;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.worker.document.DocumentReader;
import dev.voxpop.worker.document.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of a document's checks that files alone can answer: schema, rules, wave, questions. */
public final class OfflineCheck {

  private OfflineCheck() {}

  /** Everything that is wrong with the document, in document order. */
  public static List<Problem> problems(byte[] document) {
    Reading reading = DocumentReader.read(document, "document");
    ExperimentDocument read = reading.document();
    if (read == null) {
      return reading.problems();
    }
    List<Problem> problems = new ArrayList<>(reading.problems());
    Waves waves = Waves.shipped();
    String id = read.survey().wave().split("@", 2)[0];
    if (!id.isEmpty()) {
      Optional<Wave> wave = waves.find(id);
      wave.ifPresentOrElse(
          known -> questions(read, known, problems),
          () ->
              problems.add(
                  new Problem(
                      "/survey/wave",
                      "there is no survey wave \"" + id + "\"",
                      Suggestion.advice(id, waves.ids()))));
    }
    return DocumentReader.order(document, problems);
  }

  private static void questions(ExperimentDocument read, Wave wave, List<Problem> problems) {
    List<String> known = wave.questions().stream().map(Question::id).toList();
    List<String> asked = read.survey().questions();
    for (int i = 0; i < asked.size(); i++) {
      if (!known.contains(asked.get(i))) {
        problems.add(
            new Problem(
                "/survey/questions/" + i,
                "the wave has no question \"" + asked.get(i) + "\"",
                Suggestion.advice(asked.get(i), known)));
      }
    }
    String set = read.survey().questionSet();
    if (set != null && wave.questionSet(set).isEmpty()) {
      List<String> sets = wave.questionSets().stream().map(QuestionSet::id).toList();
      problems.add(
          new Problem(
              "/survey/questions",
              "the wave has no question set \"" + set + "\"",
              Suggestion.advice(set, sets)));
    }
  }
}
