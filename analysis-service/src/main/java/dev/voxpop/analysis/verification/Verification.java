package dev.voxpop.analysis.verification;

import dev.voxpop.analysis.comparison.Comparison;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.analysis.report.FileBytes;
import dev.voxpop.analysis.report.ReportFiles;
import dev.voxpop.analysis.report.StudyFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Computes a report again from the rows beside it and names what disagrees.
 *
 * <p>Rows first, then numbers: rows are read from their JSONL files, so a changed row shows as a
 * difference to its CSV twin and in the numbers; every data file is compared line by line, and
 * numbers may differ by 10⁻¹² only, relative to the larger of 1 and their size. Pages are held
 * against their SHA-256 only. At most one finding a file: its first difference.
 */
public final class Verification {

  private static final String METRICS = "metrics.json";
  private static final List<String> ROWS_FIRST =
      List.of(
          StudyFiles.STUDY,
          StudyFiles.PEOPLE + ".csv",
          StudyFiles.PEOPLE + ".jsonl",
          StudyFiles.PERSONAS + ".csv",
          StudyFiles.PERSONAS + ".jsonl",
          StudyFiles.HISTORIES,
          StudyFiles.PROBABILITIES + ".csv",
          StudyFiles.PROBABILITIES + ".jsonl",
          "wide.csv",
          ReportFiles.RESULT);

  private final Map<String, WrittenFile> written;
  private final List<Finding> findings = new ArrayList<>();

  private Verification(Map<String, WrittenFile> written) {
    this.written = written;
  }

  /**
   * All findings; empty when everything agrees.
   *
   * @param written files of the folder by name
   * @param hashes SHA-256 of every file that the manifest names
   * @param reader makes the study of the rows' files
   */
  public static List<Finding> of(
      Map<String, WrittenFile> written,
      Map<String, String> hashes,
      Function<Map<String, WrittenFile>, Study> reader) {
    Verification verification = new Verification(written);
    verification.recompute(reader);
    verification.manifest(hashes);
    return verification.findings;
  }

  private void recompute(Function<Map<String, WrittenFile>, Study> reader) {
    Map<String, FileBytes> expected = new TreeMap<>();
    try {
      Study study = reader.apply(written);
      expected.putAll(ReportFiles.data(Comparison.of(study)).contents());
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      findings.add(new Finding("rows", "", message.lines().findFirst().orElse(message)));
      return;
    }
    TreeSet<String> names = new TreeSet<>(expected.keySet());
    List<String> ordered = new ArrayList<>(ROWS_FIRST);
    ordered.retainAll(names);
    names.removeAll(ordered);
    ordered.addAll(names);
    for (String name : ordered) {
      difference(name, Objects.requireNonNull(expected.get(name))).ifPresent(findings::add);
    }
    FileBytes result = expected.get(ReportFiles.RESULT);
    if (written.containsKey(METRICS) && result != null) {
      difference(METRICS, result).ifPresent(findings::add);
    }
  }

  private Optional<Finding> difference(String name, FileBytes expected) {
    WrittenFile file = written.get(name);
    if (file == null) {
      return Optional.of(new Finding(name, "", "is missing"));
    }
    FileBytes content = file.content();
    return content.equals(expected)
        ? Optional.empty()
        : TextDifference.first(WrittenFile.text(name, content), WrittenFile.text(name, expected))
            .map(d -> new Finding(name, d.place(), d.text()));
  }

  private void manifest(Map<String, String> hashes) {
    for (Map.Entry<String, String> entry : new TreeMap<>(hashes).entrySet()) {
      WrittenFile file = written.get(entry.getKey());
      if (file == null) {
        findings.add(new Finding(entry.getKey(), "", "is in the manifest and is missing"));
      } else if (!file.sha256().equals(entry.getValue())) {
        findings.add(
            new Finding(
                entry.getKey(), "", "does not have the SHA-256 of the manifest; it was changed"));
      }
    }
  }
}
