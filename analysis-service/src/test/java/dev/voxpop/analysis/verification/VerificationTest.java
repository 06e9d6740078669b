package dev.voxpop.analysis.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.analysis.comparison.Comparison;
import dev.voxpop.analysis.comparison.SampleStudies;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.analysis.report.FileBytes;
import dev.voxpop.analysis.report.ReportFiles;
import dev.voxpop.analysis.report.StudyFiles;
import dev.voxpop.analysis.store.ReportFolder;
import dev.voxpop.analysis.subgroup.Division;
import dev.voxpop.analysis.subgroup.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

  private static final Map<String, FileBytes> FILES = files();

  @TempDir private Path folder = Path.of("");

  private static Map<String, FileBytes> files() {
    Study study =
        SampleStudies.described(SampleStudies.of(List.of("baseline-qa", "greedy-qa"), 4, 60, 30));
    Group few = new Group("few", Set.of("r-00001", "r-00002", "r-00003"), Set.of());
    return ReportFiles.of(
            Comparison.of(study.dividedBy(List.of(new Division("some", List.of(few))))),
            "Created now")
        .contents();
  }

  @BeforeEach
  void write() throws IOException {
    for (Map.Entry<String, FileBytes> file : FILES.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue().copy());
    }
  }

  @Test
  void verify_untouchedReport_agrees() throws IOException {
    assertThat(ReportFolder.verify(folder)).isEmpty();
  }

  @Test
  void verify_oneNumberAltered_isNamedWithItsPath() throws IOException {
    change(
        ReportFiles.RESULT,
        text -> {
          int arm = text.indexOf("\"weightedMean\"");
          int emd = text.indexOf("\"emd\": ", arm) + 7;
          return text.substring(0, emd) + "1.25" + text.substring(text.indexOf(',', emd));
        });

    List<Finding> findings = ReportFolder.verify(folder);

    assertThat(findings.getFirst().file()).isEqualTo(ReportFiles.RESULT);
    assertThat(findings.getFirst().place()).endsWith("/arms/0/weightedMean/emd");
    assertThat(findings.getFirst().text()).contains("written \"emd\": 1.25,");
    assertThat(findings).hasSize(2);
    assertThat(findings.get(1).text()).contains("does not have the SHA-256 of the manifest");
  }

  @Test
  void verify_onePersonAltered_isNamedWithItsRowAndTheNumbersItMoves() throws IOException {
    change(
        StudyFiles.PEOPLE + ".jsonl",
        text ->
            text.replaceFirst("(?m)(r-00007.*\"q:HARBOUR_ITEM_01\":)\"[123]\"", "$1\"refused\"")
                .replaceFirst(
                    "(?m)^(.*)\"q:HARBOUR_ITEM_01\":\"[123]\"(.*r-00007)",
                    "$1\"q:HARBOUR_ITEM_01\":\"refused\"$2"));

    List<Finding> findings = ReportFolder.verify(folder);

    assertThat(findings.getFirst().toString())
        .startsWith("people.csv, line 9: written \"r-00007\"");
    assertThat(findings).extracting(Finding::file).contains(ReportFiles.RESULT, "people.jsonl");
  }

  @Test
  void verify_onePersonaAltered_isNamedWithItsRow() throws IOException {
    change(
        StudyFiles.PERSONAS + ".csv",
        text -> text.replaceFirst("r-00012#000\",\"r-00012", "r-00012#000\",\"r-99"));

    assertThat(ReportFolder.verify(folder).getFirst().toString())
        .startsWith("personas.csv, line 14: written");
  }

  @Test
  void verify_historyAltered_movesTheCountsOfStates() throws IOException {
    change(
        StudyFiles.HISTORIES, text -> text.replaceFirst("refused\\|\\|", "unreadable|no-option|"));

    List<Finding> findings = ReportFolder.verify(folder);

    assertThat(findings.getFirst().file()).isEqualTo(ReportFiles.RESULT);
    assertThat(findings).extracting(Finding::file).contains(StudyFiles.HISTORIES);
  }

  @Test
  void verify_pageAltered_isNamedByItsHash() throws IOException {
    change(ReportFiles.HTML, text -> text.replaceFirst("Created", "created"));

    assertThat(ReportFolder.verify(folder))
        .singleElement()
        .extracting(Finding::file)
        .isEqualTo(ReportFiles.HTML);
  }

  @Test
  void verify_parquetOfOtherRows_isNamedWithItsRow() throws IOException {
    Files.copy(
        folder.resolve("people.parquet"),
        folder.resolve("personas.parquet"),
        StandardCopyOption.REPLACE_EXISTING);

    List<Finding> findings = ReportFolder.verify(folder);

    assertThat(findings).extracting(Finding::file).containsOnly("personas.parquet");
    assertThat(findings.getFirst().toString())
        .startsWith("personas.parquet, line 1: written person, weight, code:AGE");
    assertThat(findings.getLast().text()).contains("does not have the SHA-256 of the manifest");
  }

  @Test
  void verify_parquetCutOrMissing_isNamed() throws IOException {
    Path wide = folder.resolve("wide.parquet");
    byte[] whole = Files.readAllBytes(wide);
    Files.write(wide, Arrays.copyOf(whole, whole.length - 9));
    Files.delete(folder.resolve("matrices.parquet"));

    assertThat(ReportFolder.verify(folder))
        .extracting(Finding::toString)
        .anyMatch(text -> text.startsWith("wide.parquet, line 1: written The Parquet file cannot"))
        .contains("matrices.parquet: is missing");
  }

  @Test
  void verify_undeclaredCodeOrMissingFile_isNamed() throws IOException {
    change(
        StudyFiles.PEOPLE + ".jsonl",
        text -> text.replaceFirst("\"q:HARBOUR_ITEM_01\":\"\\d\"", "\"q:HARBOUR_ITEM_01\":\"77\""));
    Files.delete(folder.resolve(ReportFiles.MARKDOWN));

    List<Finding> findings = ReportFolder.verify(folder);

    assertThat(findings.getFirst().text())
        .isEqualTo("people.jsonl, line 2, question HARBOUR_ITEM_01: '77' is no declared code.");
    assertThat(findings).extracting(Finding::file).contains(ReportFiles.MARKDOWN);
  }

  @Test
  void verify_folderWithoutManifest_isRefused() throws IOException {
    Files.delete(folder.resolve(ReportFiles.MANIFEST));

    assertThatThrownBy(() -> ReportFolder.verify(folder))
        .hasMessageContaining("Maybe it is not the folder of a report");
    assertThatThrownBy(() -> ReportFolder.verify(folder.resolve("nowhere")))
        .hasMessageContaining("is no folder");
  }

  private void change(String name, UnaryOperator<String> change) throws IOException {
    String before = Files.readString(folder.resolve(name));
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(folder.resolve(name), after);
  }
}
