package dev.voxpop.analysis;

import dev.voxpop.contracts.bulk.AttemptRow;
import dev.voxpop.contracts.bulk.ProbabilityRow;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.hosting.stage.FakeStage;
import dev.voxpop.hosting.stage.FakeStage.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a survey stage says that serves the rows it was given, a few dozen a page. */
final class FakeSurveyStage {

  private static final int PAGE = 37;
  private static final int EXPERIMENT = 3;
  private static final Map<String, List<Object>> ROWS = new ConcurrentHashMap<>();

  private FakeSurveyStage() {}

  static FakeStage start() throws IOException {
    return FakeStage.start(
        (path, query) ->
            new Answer.Rows(ROWS.getOrDefault(key(path.split("/", -1)), List.of()), PAGE));
  }

  /** Keeps the answers of an experiment, each as JSON. */
  static void keep(String experiment, List<String> rows) {
    ROWS.put(experiment + "/answers", rows.stream().map(FakeSurveyStage::document).toList());
  }

  /** Keeps the ended draws of an experiment. */
  static void keepAttempts(String experiment, List<AttemptRow> rows) {
    ROWS.put(experiment + "/attempts", List.copyOf(rows));
  }

  /** Keeps the token probabilities of an arm. */
  static void keepProbabilities(String experiment, String arm, List<ProbabilityRow> rows) {
    ROWS.put(experiment + "/arms/" + arm + "/probabilities", List.copyOf(rows));
  }

  /** What is asked for: an experiment and everything behind it. */
  private static String key(String[] path) {
    return String.join("/", Arrays.asList(path).subList(EXPERIMENT, path.length));
  }

  private static Object document(String row) {
    try {
      return Payloads.mapper().readValue(row, Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
