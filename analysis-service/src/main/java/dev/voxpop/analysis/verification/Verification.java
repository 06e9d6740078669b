package dev.voxpop.analysis.verification;

import dev.voxpop.analysis.comparison.Comparison;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.analysis.report.ReportFiles;
import dev.voxpop.analysis.report.StudyFiles;
import dev.voxpop.contracts.identity.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private static final List<String> ROWS_FIRST =
      List.of(
          StudyFiles.STUDY,
          StudyFiles.PEOPLE + ".csv",
          StudyFiles.PEOPLE + ".jsonl",
          StudyFiles.PERSONAS + ".csv",
          StudyFiles.PERSONAS + ".jsonl",
          StudyFiles.HISTORIES,
          "wide.csv",
          ReportFiles.RESULT);

  private final Map<String, String> written;
  private final List<Finding> findings = new ArrayList<>();

  private Verification(Map<String, String> written) {
    this.written = written;
  }

  /**
   * All findings; empty when everything agrees.
   *
   * @param written texts of the folder by name
   * @param hashes SHA-256 of every file that the manifest names
   * @param reader makes the study of the rows' files
   */
  public static List<Finding> of(
      Map<String, String> written,
      Map<String, String> hashes,
      Function<Map<String, String>, Study> reader) {
    Verification verification = new Verification(written);
    verification.recompute(reader);
    verification.manifest(hashes);
    return verification.findings;
  }

  private void recompute(Function<Map<String, String>, Study> reader) {
    Map<String, String> expected = new TreeMap<>();
    try {
      Study study = reader.apply(written);
      expected.putAll(ReportFiles.data(Comparison.of(study)));
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
      difference(name, expected.getOrDefault(name, "")).ifPresent(findings::add);
    }
    String copy = written.get("metrics.json");
    if (copy != null) {
      TextDifference.first(copy, expected.getOrDefault(ReportFiles.RESULT, ""))
          .ifPresent(d -> findings.add(new Finding("metrics.json", d.place(), d.text())));
    }
  }

  private Optional<Finding> difference(String name, String expected) {
    String text = written.get(name);
    if (text == null) {
      return Optional.of(new Finding(name, "", "is missing"));
    }
    return TextDifference.first(text, expected).map(d -> new Finding(name, d.place(), d.text()));
  }

  private void manifest(Map<String, String> hashes) {
    for (Map.Entry<String, String> entry : new TreeMap<>(hashes).entrySet()) {
      String text = written.get(entry.getKey());
      if (text == null) {
        findings.add(new Finding(entry.getKey(), "", "is in the manifest and is missing"));
      } else if (!Sha256.hex(text).equals(entry.getValue())) {
        findings.add(
            new Finding(
                entry.getKey(), "", "does not have the SHA-256 of the manifest; it was changed"));
      }
    }
  }
}
