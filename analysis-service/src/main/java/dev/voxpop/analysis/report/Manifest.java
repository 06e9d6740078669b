package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The list of a report's files with SHA-256 and rows, and what the numbers depend on. */
final class Manifest {

  private Manifest() {}

  static String write(Findings findings, Enclosures enclosures, FileSet written) {
    Study study = findings.study();
    List<Object> files = new ArrayList<>();
    written
        .files()
        .contents()
        .forEach((name, bytes) -> files.add(file(name, bytes.sha256(), written.rows(name))));
    enclosures.streamed().forEach(file -> files.add(file(file.name(), file.sha256(), file.rows())));
    Map<String, @Nullable Object> arms = new TreeMap<>();
    study.interviewed().forEach(arm -> arms.put(arm.id(), arm.facts()));
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

  /** A file; rows without its heading, null for one that is no table. */
  private static Map<String, @Nullable Object> file(
      String name, String sha256, @Nullable Long rows) {
    return Json.object("name", name, "sha256", sha256, "rows", rows);
  }
}
