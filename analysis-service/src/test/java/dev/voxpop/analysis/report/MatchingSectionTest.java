package dev.voxpop.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.analysis.comparison.Comparison;
import dev.voxpop.analysis.comparison.SampleStudies;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class MatchingSectionTest {

  private static final Document PAGE =
      Jsoup.parse(
          ReportFiles.of(
                  Comparison.of(SampleStudies.of(List.of("one", "two"), 3, 60, 0)),
                  SampleEnclosures.of(List.of("one", "two")),
                  "")
              .texts()
              .getOrDefault(ReportFiles.HTML, ""));
  private static final Element SECTION = PAGE.select("#matching").getFirst();

  @Test
  void page_matching_showsStatusWeightsRanksReuseAndAgreement() {
    assertThat(SECTION.text())
        .contains("of 500 people; no_support 18, unmatched(capacity) 2")
        .contains("maximum-weight, maximising the sum")
        .contains("effective number 130.4, most uses 240")
        .contains("Weights of the pairs of m-0123456789abcdef")
        .contains("Ranks of the pairs of m-0123456789abcdef")
        .contains("no assignment can exceed 301.250000");
    assertThat(rows("Agreement of the pairs")).hasSize(4);
  }

  @Test
  void page_balanceTable_hasEveryLabelAndMarksWhatIsOutOfBalance() {
    assertThat(rows("Balance before and after")).hasSize(13);
    assertThat(rows("Balance before and after"))
        .filteredOn(row -> row.text().endsWith("*"))
        .singleElement()
        .satisfies(row -> assertThat(row.text()).startsWith("region_4: South"));
    assertThat(SECTION.text()).contains("−∞");
  }

  @Test
  void lovePlot_everyLabel_hasAMarkBeforeAndAfter() {
    Element plot =
        SECTION.select("svg").stream()
            .filter(svg -> svg.select("title").text().startsWith("Balance"))
            .findFirst()
            .orElseThrow();

    assertThat(plot.select(".dot.persona")).hasSize(13);
    assertThat(plot.select(".dot.reference")).hasSize(13);
    assertThat(plot.select("path.dot")).as("infinite differences").hasSize(1);
    assertThat(plot.outerHtml()).doesNotContain("NaN", "Infinity");
    assertThat(plot.select("desc").text()).contains("gender_2 Male −∞");
  }

  @Test
  void page_matchingThatIsNotKnown_saysSo() {
    assertThat(SECTION.text()).contains("says nothing of matching m-fedcba9876543210");
  }

  @Test
  void page_raking_showsWeightsAndMarginsOrWhyThereAreNone() {
    assertThat(SECTION.text())
        .contains("0.310 to 2.400")
        .contains("design effect 1.192")
        .contains("2.3e-11")
        .contains("0.123 before, 12 rounds")
        .contains("left out of the margin: age_4 3.")
        .contains("taken as uniform: gender_2 2.")
        .contains("w-fedcba9876543210 issued no weights; unweighted: other. No persona has");
    assertThat(rows("Margins before and after raking w-0123456789abcdef"))
        .extracting(Element::text)
        .containsExactly(
            "gender_2: Male 49.0 % 61.4 % 49.0 %", "gender_2: Female 51.0 % 38.7 % 51.0 %");
  }

  @Test
  void bars_counts_keepEveryPersonaOnce() {
    Map<Integer, Integer> counts = Map.of(0, 10, 1, 4, 3, 2, 4, 1, 700, 3);

    List<CountFigure.Bar> bars = CountFigure.bars(counts);

    assertThat(bars.stream().mapToLong(CountFigure.Bar::count).sum()).isEqualTo(20);
    assertThat(bars.get(3)).isEqualTo(new CountFigure.Bar("3–4", 3));
    assertThat(bars.getLast()).isEqualTo(new CountFigure.Bar("≥ 513", 3));
  }

  private static List<Element> rows(String caption) {
    return SECTION.select("table").stream()
        .filter(table -> table.select("caption").text().startsWith(caption))
        .flatMap(table -> table.select("tbody tr").stream())
        .toList();
  }
}
