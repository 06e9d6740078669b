package dev.voxpop.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.voxpop.analysis.comparison.Comparison;
import dev.voxpop.analysis.comparison.SampleStudies;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.analysis.store.ReportFolder;
import dev.voxpop.analysis.verification.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditSectionTest {

  private static final Study STUDY =
      SampleStudies.audited(
          SampleStudies.of(
              List.of("bio", "bio-audit-01", "bio-audit-02", "bio-audit-03", "bio-audit-04"),
              3,
              60,
              20));
  private static final ReportFiles FILES = ReportFiles.of(Comparison.of(STUDY), "Created now");
  private static final Document PAGE = Jsoup.parse(text(ReportFiles.HTML));

  @TempDir private Path folder = Path.of("");

  @Test
  void page_ofAnAudit_showsSharesLevelsAndCellsAndNoCellAsAnArm() {
    assertThat(PAGE.select("#audit caption").eachText())
        .contains(
            "Factors of the audit of bio",
            "Share of variance by question and factor",
            "Distance to people by level",
            "Cells of the audit");
    assertThat(PAGE.select("#audit").text())
        .contains("asked again in 4 ways", "optionOrder", "temperature", "bio-audit-04", "0.7");
    PAGE.select("#audit").remove();
    assertThat(PAGE.select("#arms, #differences, #compliance, #questions, #structure").text())
        .doesNotContain("bio-audit");
    assertThat(PAGE.select("#study").text())
        .contains("60 in 1 arms, and 240 in 4 cells of the audit of bio", "asked 900 =");
  }

  @Test
  void exports_ofAnAudit_haveARowAQuestionAndFactorInEveryFormat() {
    assertThat(text("audit.csv").lines()).hasSize(1 + 3 * 2);
    assertThat(text("audit.csv")).startsWith("\"question\",\"factor\",\"share\",\"p\",\"n\",");
    assertThat(text("audit.jsonl").lines()).hasSize(6);
    assertThat(FILES.tables()).containsKey("audit.parquet");
    assertThat(text("personas.csv").lines().findFirst().orElseThrow())
        .contains("factor:optionOrder", "factor:temperature");
    assertThat(text(ReportFiles.MANIFEST)).contains("bio-audit-02", "audit.parquet");
    assertThat(text("metrics.csv")).doesNotContain("bio-audit");
  }

  @Test
  void result_ofAnAudit_fitsItsSchema() {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                AuditSectionTest.class.getResourceAsStream("/schemas/metrics.v1.schema.json"));

    assertThat(schema.validate(text(ReportFiles.RESULT), InputFormat.JSON)).isEmpty();
    assertThat(text(ReportFiles.RESULT)).contains("\"audit\": {");
  }

  @Test
  void verify_reportWithAnAudit_agreesUntilAShareIsChanged() throws IOException {
    for (Map.Entry<String, FileBytes> file : FILES.contents().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue().copy());
    }
    assertThat(ReportFolder.verify(folder)).isEmpty();

    Path audit = folder.resolve("audit.csv");
    Files.writeString(audit, Files.readString(audit).replaceFirst("stable", "fragile"));

    assertThat(ReportFolder.verify(folder)).extracting(Finding::file).contains("audit.csv");
  }

  @Test
  void study_withoutAnAudit_hasNoneOfItsFiles() {
    ReportFiles files =
        ReportFiles.of(Comparison.of(SampleStudies.of(List.of("bio"), 3, 60, 20)), "");

    assertThat(files.contents().keySet()).noneMatch(name -> name.startsWith("audit"));
    assertThat(files.texts().getOrDefault(ReportFiles.RESULT, ""))
        .doesNotContain("optionOrder", "\"cells\": [");
    assertThat(files.texts().getOrDefault("study.json", "")).doesNotContain("\"audit\"");
  }

  private static String text(String name) {
    return FILES.texts().getOrDefault(name, "");
  }
}
