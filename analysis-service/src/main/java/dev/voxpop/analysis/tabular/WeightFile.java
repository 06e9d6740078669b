package dev.voxpop.analysis.tabular;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Weights of personas in a table of the columns {@value #PERSONA} and {@value #WEIGHT}. */
final class WeightFile {

  private static final String PERSONA = "persona";
  private static final String WEIGHT = "weight";

  private final String name;
  private final String column;
  private final Map<String, Double> weights;

  private WeightFile(String name, String column, Map<String, Double> weights) {
    this.name = name;
    this.column = column;
    this.weights = weights;
  }

  static WeightFile read(PersonaWeights.Raked raked) throws IOException {
    Sheet sheet = Sheet.read(raked.file());
    int persona = sheet.column(PERSONA);
    int weight = sheet.column(WEIGHT);
    Map<String, Double> weights = new HashMap<>();
    for (Sheet.Line line : sheet.lines()) {
      String id = line.cells().get(persona).strip();
      if (weights.put(id, sheet.weight(line, weight)) != null) {
        throw new IllegalArgumentException(
            "%s: persona '%s' has two weights.%nMaybe two files were put together."
                .formatted(sheet.at(line), id));
      }
    }
    return new WeightFile(sheet.name(), raked.column(), weights);
  }

  /** The weight of the persona that a response names. */
  double of(Sheet responses, Sheet.Line line) {
    String id = line.cells().get(responses.column(column)).strip();
    Double weight = weights.get(id);
    if (weight == null) {
      throw new IllegalArgumentException(
          "%s: %s has no weight for persona '%s'.%nMaybe rake again with all personas that answered."
              .formatted(responses.at(line), name, id));
    }
    return weight;
  }
}
