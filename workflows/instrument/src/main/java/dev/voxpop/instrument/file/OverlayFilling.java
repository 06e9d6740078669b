package dev.voxpop.instrument.file;

import dev.voxpop.instrument.file.OverlayDraft.ColumnLabels;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A growing draft of an overlay. */
final class OverlayFilling {
  private static final String REFUSAL_WORDS = "(?is).*\\b(refused|refusal|dk|don't know)\\b.*";

  private final Map<String, ColumnLabels> columns;
  private final Map<String, List<Map<String, Object>>> scales = new LinkedHashMap<>();
  private final List<Map<String, Object>> questions = new ArrayList<>();
  private final List<Map<String, Object>> demographics = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  OverlayFilling(Map<String, ColumnLabels> columns) {
    this.columns = Map.copyOf(columns);
  }

  void question(Question question) {
    Optional<ColumnLabels> labels = labels(question.column());
    if (labels.isEmpty()) {
      return;
    }
    Map<String, Object> entry = new LinkedHashMap<>(Map.of("id", question.id()));
    if (question.text().isBlank()) {
      entry.put("text", labels.get().label());
    }
    Scale scale = question.scale();
    List<Map<String, Object>> options =
        scale.options().stream()
            .filter(option -> option.text().isBlank())
            .map(option -> option(option.code(), labels.get()))
            .toList();
    if (scale.id().equals(question.id())) {
      putOptions(entry, options);
    } else {
      shared(question, options);
    }
    addIfFilled(questions, entry);
    suggestRefusals(question.column(), labels.get(), declared(scale));
  }

  void demographic(Demographic demographic) {
    Optional<ColumnLabels> labels = labels(demographic.column());
    if (labels.isEmpty()) {
      return;
    }
    Map<String, Object> entry = new LinkedHashMap<>(Map.of("trait", demographic.trait()));
    if (demographic.text().isBlank()) {
      entry.put("text", labels.get().label());
    }
    putOptions(
        entry,
        demographic.options().stream()
            .filter(option -> option.text().isBlank())
            .map(option -> option(option.code(), labels.get()))
            .toList());
    addIfFilled(demographics, entry);
    Set<Integer> declared = new LinkedHashSet<>();
    demographic.options().forEach(option -> declared.add(option.code()));
    demographic.refusals().forEach(refusal -> declared.add(refusal.code()));
    suggestRefusals(demographic.column(), labels.get(), declared);
  }

  private void shared(Question question, List<Map<String, Object>> options) {
    List<Map<String, Object>> before = scales.putIfAbsent(question.scale().id(), options);
    if (before != null && !before.equals(options)) {
      notes.add(
          "%s has other labels than the first question of the scale %s: %s."
              .formatted(question.id(), question.scale().id(), options));
    }
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  private Optional<ColumnLabels> labels(String column) {
    Optional<ColumnLabels> labels = Optional.ofNullable(columns.get(column));
    if (labels.isEmpty()) {
      notes.add(
          "The data have no column %s.\n%s"
              .formatted(column, Similar.maybe(column, columns.keySet())));
    }
    return labels;
  }

  private void suggestRefusals(String column, ColumnLabels labels, Set<Integer> declared) {
    labels
        .values()
        .forEach(
            (code, label) -> {
              if (!declared.contains(code) && label.matches(REFUSAL_WORDS)) {
                notes.add(
                    "%s has the undeclared code %d, \"%s\".\nMaybe declare it as a refusal."
                        .formatted(column, code, label));
              }
            });
  }

  String yaml(String wave) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("apiVersion", "v1");
    file.put("kind", "SurveyWaveOverlay");
    file.put("id", wave);
    Map<String, Object> filled = new LinkedHashMap<>();
    scales.forEach((name, options) -> filled.put(name, Map.of("options", options)));
    file.put("scales", filled);
    file.put("questions", questions);
    file.put("demographics", demographics);
    file.values().removeIf(value -> value.equals(Map.of()) || value.equals(List.of()));
    return YamlText.of(file);
  }

  private static Set<Integer> declared(Scale scale) {
    Set<Integer> declared = new LinkedHashSet<>();
    scale.options().forEach(option -> declared.add(option.code()));
    scale.refusals().forEach(refusal -> declared.add(refusal.code()));
    return declared;
  }

  private static Map<String, Object> option(int code, ColumnLabels labels) {
    Map<String, Object> option = new LinkedHashMap<>();
    option.put("code", code);
    option.put("text", labels.values().getOrDefault(code, ""));
    return option;
  }

  private static void putOptions(Map<String, Object> entry, List<Map<String, Object>> options) {
    if (!options.isEmpty()) {
      entry.put("options", options);
    }
  }

  private static void addIfFilled(List<Map<String, Object>> entries, Map<String, Object> entry) {
    if (entry.size() > 1) {
      entries.add(entry);
    }
  }
}
