package dev.voxpop.analysis.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.analysis.report.StudyFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Values of the description of a stored study. */
final class StoredValues {

  private StoredValues() {}

  static Set<String> names(JsonNode array) {
    Set<String> names = new TreeSet<>();
    array.forEach(name -> names.add(name.asText()));
    return names;
  }

  static SortedMap<String, String> facts(JsonNode object) {
    SortedMap<String, String> facts = new TreeMap<>();
    object.properties().forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
    return facts;
  }

  static <E extends Enum<E>> E value(Class<E> type, JsonNode name) {
    try {
      return Enum.valueOf(type, name.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s: '%s' is no %s.%nMaybe another version wrote it."
              .formatted(StudyFiles.STUDY, name.asText(), type.getSimpleName()),
          e);
    }
  }

  static List<JsonNode> list(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }

  static @Nullable String nullable(JsonNode text) {
    return text.isMissingNode() || text.isNull() ? null : text.asText();
  }
}
