package dev.voxpop.analysis.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.analysis.panel.Demographics;
import dev.voxpop.analysis.report.Respondents;
import dev.voxpop.analysis.report.StudyFiles;
import dev.voxpop.hosting.Payloads;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the rows of people in a report say of them beside their answers. */
final class DescribedPeople {

  private static final ObjectMapper MAPPER = Payloads.mapper();

  private final Map<String, Double> weights = new HashMap<>();
  private final SortedMap<String, SortedMap<String, Integer>> codes = new TreeMap<>();

  private DescribedPeople() {}

  /** Weights and codes of these lines of JSON. */
  static DescribedPeople of(String lines) {
    DescribedPeople people = new DescribedPeople();
    lines.lines().filter(line -> !line.isBlank()).forEach(people::add);
    return people;
  }

  private void add(String line) {
    JsonNode person = tree(line);
    String id = person.path("person").asText();
    weights.put(id, person.path("weight").asDouble());
    person.properties().stream()
        .filter(cell -> cell.getKey().startsWith(StudyFiles.DEMOGRAPHIC))
        .forEach(cell -> code(cell.getKey().substring(StudyFiles.DEMOGRAPHIC.length()), id, cell));
  }

  private void code(String column, String person, Map.Entry<String, JsonNode> cell) {
    SortedMap<String, Integer> own = codes.computeIfAbsent(column, name -> new TreeMap<>());
    if (cell.getValue().isInt()) {
      own.put(person, cell.getValue().asInt());
    }
  }

  Demographics demographics() {
    return new Demographics(codes);
  }

  Respondents respondents() {
    return Respondents.of(weights, demographics());
  }

  private static JsonNode tree(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s.jsonl has a line that is no JSON: %s.%nMaybe the file was cut or changed."
              .formatted(StudyFiles.PEOPLE, e.getMessage()),
          e);
    }
  }
}
