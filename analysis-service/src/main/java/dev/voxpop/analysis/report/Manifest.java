package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.contracts.identity.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The list of a report's files with SHA-256 and rows, and what the numbers depend on. */
final class Manifest {

  private Manifest() {}

  static String write(Findings findings, Enclosures enclosures, Map<String, String> texts) {
    Study study = findings.study();
    List<Object> files = new ArrayList<>();
    texts.forEach(
        (name, text) ->
            files.add(
                Json.object("name", name, "sha256", Sha256.hex(text), "rows", rows(name, text))));
    enclosures
        .streamed()
        .forEach(
            file ->
                files.add(
                    Json.object(
                        "name", file.name(), "sha256", file.sha256(), "rows", file.rows())));
    Map<String, @Nullable Object> arms = new TreeMap<>();
    study.arms().forEach(arm -> arms.put(arm.id(), arm.facts()));
    return Json.pretty(
        Json.object(
            "experiment", study.id(),
            "answers", study.answers().name().toLowerCase(Locale.ROOT),
            "simulated", study.answers() == Study.Origin.SIMULATOR,
            "partial", findings.partial(),
            "facts", study.facts(),
            "seed", study.settings().seed(),
            "splits", study.settings().splits(),
            "bootstrap", study.settings().bootstrap(),
            "arms", arms,
            "files", files));
  }

  /** Rows of a table, without its heading; null for a file that is none. */
  private static @Nullable Long rows(String name, String text) {
    if (name.endsWith(".jsonl")) {
      return text.lines().count();
    }
    return name.endsWith(".csv") ? Csv.rows(text) : null;
  }
}
