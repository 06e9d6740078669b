package dev.voxpop.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.analysis.comparison.ArmInput;
import dev.voxpop.analysis.comparison.Comparison;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.SampleStudies;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.contracts.identity.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ReportFilesTest {

  private static final Findings FINDINGS =
      Comparison.of(SampleStudies.of(SampleStudies.ELEVEN, 5, 80, 60));
  private static final Map<String, String> FILES = ReportFiles.of(FINDINGS, "").texts();
  private static final Document PAGE = Jsoup.parse(text(FILES, ReportFiles.HTML));

  @Test
  void page_headline_holdsElevenArmsTheHumanBoundAndUniform() {
    Element table = PAGE.select("main table").getFirst();

    assertThat(table.select("tbody th[scope=row]").eachText())
        .hasSize(15)
        .anyMatch(name -> name.startsWith("human-split-half"))
        .anyMatch(name -> name.startsWith("uniform"))
        .containsAll(SampleStudies.ELEVEN);
    assertThat(table.select("tbody tr")).allSatisfy(row -> assertThat(row.children()).hasSize(13));
    assertThat(table.select("td").eachText()).doesNotContain("");
  }

  @Test
  void page_everyFigure_hasTitleTextAlternativeAndTable() {
    assertThat(PAGE.select("svg")).hasSize(1 + 5 * 11 + 1 + 22 + 1);
    assertThat(PAGE.select("svg"))
        .allSatisfy(
            svg -> {
              assertThat(svg.attr("role")).isEqualTo("img");
              assertThat(svg.select("title").text()).isNotBlank();
              assertThat(svg.select("desc").text()).isNotBlank();
            });
    assertThat(PAGE.select("figure"))
        .allSatisfy(figure -> assertThat(figure.select("details table tbody tr")).isNotEmpty());
  }

  @Test
  void page_noNetworkAndNoScript_isWhole() {
    assertThat(PAGE.select("script, link, img, iframe, object")).isEmpty();
    assertThat(text(FILES, ReportFiles.HTML))
        .doesNotContain("http://", "https://", "url(", "@import");
    assertThat(PAGE.select(".banner").text()).contains("Simulated answers");
    assertThat(PAGE.select("style").html()).contains("prefers-color-scheme: dark", "@media print");
  }

  @Test
  void files_computedTwiceOnOtherThreadsWithArmsReversed_haveTheSameBytes() throws Exception {
    Study study = SampleStudies.of(SampleStudies.ELEVEN.subList(0, 3), 4, 60, 40);
    List<ArmInput> reversed = new ArrayList<>(study.arms()).reversed();
    Study other =
        new Study(
            study.id(),
            study.title(),
            study.people(),
            reversed,
            study.settings(),
            study.facts(),
            study.answers());
    Map<String, String> once = ReportFiles.of(Comparison.of(study), "").texts();
    try (ForkJoinPool five = new ForkJoinPool(5)) {
      Map<String, String> again =
          five.submit(() -> ReportFiles.of(Comparison.of(study), "").texts()).get();
      Map<String, String> turned =
          five.submit(() -> ReportFiles.of(Comparison.of(other), "").texts()).get();

      assertThat(again).isEqualTo(once);
      assertThat(text(turned, "metrics.csv")).isEqualTo(text(once, "metrics.csv"));
    }
  }

  @Test
  void manifest_everyFile_isListedWithItsHash() {
    FILES.forEach(
        (name, text) -> {
          if (!name.equals(ReportFiles.MANIFEST)) {
            assertThat(text(FILES, ReportFiles.MANIFEST)).contains(name, Sha256.hex(text));
          }
        });
    assertThat(FILES).containsKeys("wide.csv", "codebook.csv", "metrics.jsonl", "matrices.csv");
  }

  @Test
  void labels_hostileTexts_breakNeitherPageNorTable() {
    Map<String, String> files = ReportFiles.of(Comparison.of(SampleStudies.hostile()), "").texts();
    Document page = Jsoup.parse(text(files, ReportFiles.HTML));

    assertThat(page.select("script, b, img")).isEmpty();
    assertThat(page.select("caption").eachText())
        .anyMatch(t -> t.contains("<script>alert('x')</script>"));
    Pattern bar = Pattern.compile("(?<!\\\\)\\|");
    List<String> lines =
        text(files, ReportFiles.MARKDOWN).lines().filter(l -> l.startsWith("|")).toList();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).startsWith("| ---")) {
        assertThat(bar.splitAsStream(lines.get(i - 1)).count())
            .isEqualTo(bar.splitAsStream(lines.get(i)).count())
            .isEqualTo(bar.splitAsStream(lines.get(i + 1)).count());
      }
    }
    assertThat(text(files, ReportFiles.MARKDOWN)).doesNotContain("<script", "<img");
  }

  @Test
  void report_runThatStoppedEarly_isMarkedPartial() {
    Study study = SampleStudies.of(List.of("one"), 3, 60, 0);
    ArmInput arm = study.arms().getFirst();
    ArmInput stopped =
        new ArmInput(
            arm.id(), arm.label(), arm.panel(), arm.weighting(), arm.compliance(), arm.facts(), 7);
    Findings findings =
        Comparison.of(
            new Study(
                study.id(),
                study.title(),
                study.people(),
                List.of(stopped),
                study.settings(),
                study.facts(),
                study.answers()));

    assertThat(text(ReportFiles.of(findings, "").texts(), ReportFiles.HTML))
        .contains("Partial: the run stopped", "7 planned answers were not reached");
  }

  @Test
  void result_undefinedNumbers_areNull() {
    String result =
        text(
            ReportFiles.of(Comparison.of(SampleStudies.hostile()), "").texts(), ReportFiles.RESULT);

    assertThat(result).contains("\"emd\": null", "\"humanBound\": null").doesNotContain("NaN");
  }

  private static String text(Map<String, String> files, String name) {
    return files.getOrDefault(name, "");
  }
}
