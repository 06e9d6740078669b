package dev.voxpop.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.analysis.comparison.Comparison;
import dev.voxpop.analysis.comparison.SampleStudies;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class OrderSectionTest {

  private static final Document PAGE =
      Jsoup.parse(
          ReportFiles.of(
                  Comparison.of(
                      SampleStudies.divided(SampleStudies.of(List.of("one", "two"), 3, 60, 20))),
                  "")
              .texts()
              .getOrDefault(ReportFiles.HTML, ""));

  @Test
  void orders_everyArm_showsPositionsHomogeneityAndBothDirections() {
    List<Element> tables = tables("#orders", "Displayed order, arm one");

    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().select("tbody tr")).hasSize(3);
    assertThat(tables.getFirst().select("tbody tr").getFirst().text())
        .contains("1: ", "2: ", "3: ")
        .doesNotContain("–");
    assertThat(PAGE.select("#orders").text())
        .contains("3 of 3", "Distances from first answers only", "Where the variance comes from");
  }

  @Test
  void orders_importedAnswers_saysThatNothingIsKnown() {
    Document page =
        Jsoup.parse(
            ReportFiles.of(Comparison.of(SampleStudies.hostile()), "")
                .texts()
                .getOrDefault(ReportFiles.HTML, ""));

    assertThat(page.select("#orders").text())
        .contains("nothing is known of how options were shown");
    assertThat(page.select("#subgroups")).isEmpty();
  }

  @Test
  void subgroups_everyGroup_hasTableRowsPlotAndGaps() {
    Element table = tables("#subgroups", "Groups of age, three groups").getFirst();

    assertThat(table.select("tbody tr th").eachText())
        .anyMatch(name -> name.startsWith("18–49, two halves of the people"))
        .anyMatch(name -> name.startsWith("18–49, one"))
        .anyMatch(name -> name.startsWith("nobody, two"));
    assertThat(PAGE.select("#subgroups svg title").eachText())
        .containsExactly("age, three groups: 18–49", "age, three groups: 50 and older");
    assertThat(tables("#subgroups", "Gaps of mean normalised EMD")).hasSize(1);
    assertThat(PAGE.select("#subgroups").text())
        .contains("People in several groups: 0; in none: 3.");
  }

  private static List<Element> tables(String section, String caption) {
    return PAGE.select(section + " table").stream()
        .filter(table -> table.select("caption").text().startsWith(caption))
        .toList();
  }
}
