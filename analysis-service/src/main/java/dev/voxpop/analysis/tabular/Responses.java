package dev.voxpop.analysis.tabular;

import dev.voxpop.analysis.comparison.ArmInput;
import dev.voxpop.analysis.comparison.PersonaWeighting;
import dev.voxpop.analysis.comparison.RowFactor;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of a table of responses as arms: rows keep the order of their file. */
final class Responses {

  private final AnalyseFiles request;
  private final Questionnaire questions;
  private final Sheet table;
  private final Map<String, Double> people;
  private final Optional<WeightFile> raked;

  /**
   * Reads what rows refer to.
   *
   * @param people whom responses may name
   */
  Responses(AnalyseFiles request, Questionnaire questions, Sheet table, Panel people)
      throws IOException {
    this.request = request;
    this.questions = questions;
    this.table = table;
    this.people = new HashMap<>();
    for (int row = 0; row < people.size(); row++) {
      this.people.put(people.rowIds().get(row), people.weight(row));
    }
    this.raked =
        request.extras().personaWeights() instanceof PersonaWeights.Raked weights
            ? Optional.of(WeightFile.read(weights))
            : Optional.empty();
  }

  /** Arms in order of name. */
  List<ArmInput> arms() {
    int arm = table.optionalColumn(request.columns().arm().orElse(null));
    int[] places = questions.places(table);
    List<Integer> factors = request.extras().factors().stream().map(table::column).toList();
    Map<String, List<Row>> rows = new TreeMap<>();
    Map<String, List<Sheet.Line>> lines = new TreeMap<>();
    int number = 0;
    for (Sheet.Line line : table.lines()) {
      String name = arm < 0 ? "responses" : table.named(line, arm);
      Row row = persona(line, Sheet.id(number++), places);
      rows.computeIfAbsent(name, n -> new ArrayList<>()).add(row);
      lines.computeIfAbsent(name, n -> new ArrayList<>()).add(line);
    }
    PersonaWeighting weighting = request.extras().personaWeights().weighting();
    List<ArmInput> arms = new ArrayList<>();
    rows.forEach(
        (name, own) ->
            arms.add(
                ArmInput.imported(name, Panel.of(questions.items(), own), weighting)
                    .withFactors(factors(factors, lines.getOrDefault(name, List.of())))));
    return arms;
  }

  private List<RowFactor> factors(List<Integer> columns, List<Sheet.Line> lines) {
    return columns.stream()
        .map(
            column ->
                new RowFactor(
                    table.columns().get(column),
                    lines.stream().map(line -> table.named(line, column)).toList()))
        .toList();
  }

  private Row persona(Sheet.Line line, String id, int[] places) {
    int cluster = table.optionalColumn(request.columns().cluster().orElse(null));
    String story = cluster < 0 ? "" : line.cells().get(cluster).strip();
    String person = null;
    if (request.extras().pairing().isPresent()) {
      int respondent = table.column(request.extras().pairing().get().respondent());
      person = person(line, line.cells().get(respondent).strip());
    }
    List<Integer> cells = questions.cells(table, line, places, request.extras().unknown());
    return new Row(id, id, story.isEmpty() ? id : story, person, weight(line, person), cells);
  }

  /** A raking weight, or that of the matched person; 1 where there is neither. */
  private double weight(Sheet.Line line, @Nullable String person) {
    return raked
        .map(weights -> weights.of(table, line))
        .orElseGet(() -> person == null ? 1 : people.getOrDefault(person, 1.0));
  }

  private @Nullable String person(Sheet.Line line, String name) {
    if (!name.isEmpty() && !people.containsKey(name)) {
      throw new IllegalArgumentException(
          "%s: there is no person '%s'.%nMaybe the people were drawn again."
              .formatted(table.at(line), name));
    }
    return name.isEmpty() ? null : name;
  }
}
