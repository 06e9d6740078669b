package dev.voxpop.analysis.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.analysis.distribution.Belief;
import dev.voxpop.analysis.elicitation.Mode;
import dev.voxpop.analysis.elicitation.ProbabilityVector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows of exported probabilities, put together into vectors again. */
final class ProbabilityRows {

  private record Key(String arm, String mode, String persona, String story, String question) {}

  private final Map<Key, List<Double>> masses = new LinkedHashMap<>();

  /** Takes the next row; the options of a question follow each other in declared order. */
  void add(JsonNode row) {
    Key key =
        new Key(
            row.path("arm").asText(),
            row.path("mode").asText(),
            row.path("persona").asText(),
            row.path("story").asText(),
            row.path("question").asText());
    masses.computeIfAbsent(key, k -> new ArrayList<>()).add(row.path("probability").asDouble());
  }

  List<ProbabilityVector> vectors() {
    List<ProbabilityVector> vectors = new ArrayList<>();
    masses.forEach(
        (key, values) ->
            vectors.add(
                new ProbabilityVector(
                    key.arm,
                    Mode.valueOf(key.mode.toUpperCase(Locale.ROOT).replace('-', '_')),
                    key.persona,
                    key.question,
                    new Belief(key.story, values))));
    return vectors;
  }
}
