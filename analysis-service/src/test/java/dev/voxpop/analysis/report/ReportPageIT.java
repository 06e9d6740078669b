package dev.voxpop.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.analysis.browser.Chromium;
import dev.voxpop.analysis.browser.Tab;
import dev.voxpop.analysis.browser.Tab.Scheme;
import dev.voxpop.analysis.comparison.Comparison;
import dev.voxpop.analysis.comparison.SampleStudies;
import dev.voxpop.analysis.comparison.Study;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reports in a real browser, on a narrow and a wide page, light and dark.
 *
 * <p>The printed page is kept under {@code target/report-pages}, and pictures of every section with
 * {@code -Dreport.pictures=true}: they are for people, no test looks at them.
 */
class ReportPageIT {

  private static final List<Integer> WIDTHS = List.of(390, 1280);
  private static final List<String> FAULTS =
      List.of("overflow", "overlaps", "clipped", "small", "broken", "pale");
  private static final int TESTS = 4;
  private static final boolean PICTURES = Boolean.getBoolean("report.pictures");

  private static Optional<Chromium> browser = Optional.empty();

  @BeforeAll
  static void start() throws IOException {
    Optional<Path> program = Chromium.program();
    if (program.isEmpty()) {
      System.err.printf("%n*** %d browser tests are SKIPPED: no chromium in PATH. ***%n%n", TESTS);
      return;
    }
    browser = Optional.of(Chromium.start(program.get()));
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser.isPresent()) {
      browser.get().close();
    }
  }

  @Test
  void page_elevenArms_isWholeAtEveryWidthAndColourScheme() throws Exception {
    Map<String, String> files =
        ReportFiles.of(
                Comparison.of(
                    SampleStudies.divided(SampleStudies.of(SampleStudies.ELEVEN, 5, 120, 40))),
                SampleEnclosures.of(SampleStudies.ELEVEN.subList(5, 8)),
                "")
            .texts();

    look("eleven-arms", files, 1 + 5 * 11 + 1 + 22 + 2 + 2 + 1);
  }

  @Test
  void page_oneArmOfManyQuestions_isWholeAtEveryWidthAndColourScheme() throws Exception {
    Map<String, String> files =
        ReportFiles.of(Comparison.of(SampleStudies.of(List.of("one"), 25, 60, 20)), "").texts();

    look("many-questions", files, 1 + 25 + 1 + 2 + 1);
  }

  @Test
  void page_hostileTexts_isWholeAtEveryWidthAndColourScheme() throws Exception {
    Map<String, String> files = ReportFiles.of(Comparison.of(SampleStudies.hostile()), "").texts();

    look("hostile", files, 1 + 1);
  }

  @Test
  void page_everyChoice_isWholeAtEveryWidthAndColourScheme() throws Exception {
    Study study = SampleStudies.chosen(SampleStudies.of(List.of("one", "two"), 5, 120, 40));
    Map<String, String> files =
        ReportFiles.of(Comparison.of(SampleStudies.divided(study)), "").texts();

    assertThat(files.get(ReportFiles.MARKDOWN))
        .contains("Equal sizes", "Ways of asking against people", "Pairwise, weighted")
        .contains("Ways of asking that one varied", "weighted by raking");
    look("every-choice", files, 1 + 5 * 2 + 1 + 4 + 2);
  }

  private static void look(String name, Map<String, String> files, int figures) throws Exception {
    assumeTrue(browser.isPresent(), "no chromium in PATH");
    Path folder = Files.createDirectories(Path.of("target", "report-pages", name));
    Path page = folder.resolve(ReportFiles.HTML).toAbsolutePath();
    Files.writeString(page, files.get(ReportFiles.HTML));
    SoftAssertions softly = new SoftAssertions();
    try (Tab tab = browser.orElseThrow().tab()) {
      for (int width : WIDTHS) {
        for (Scheme scheme : Scheme.values()) {
          tab.show(page, width, scheme);
          JsonNode seen = tab.evaluate(check());
          String place = name + " at " + width + " px, " + scheme.css();
          for (String fault : FAULTS) {
            softly.assertThat(sentences(seen.path(fault))).as(fault + ", " + place).isEmpty();
          }
          softly.assertThat(seen.path("figures").asInt()).as(place).isEqualTo(figures);
          assertThat(seen.path("sections")).as(place).isNotEmpty();
          if (PICTURES) {
            pictures(tab, folder.resolve(width + "-" + scheme.css()), seen.path("sections"));
          }
        }
      }
      tab.print(folder.resolve("report.pdf"));
    }
    softly.assertAll();
    assertThat(folder.resolve("report.pdf")).isNotEmptyFile();
  }

  private static void pictures(Tab tab, Path prefix, JsonNode sections) throws Exception {
    for (JsonNode section : sections) {
      tab.picture(
          prefix.resolveSibling(prefix.getFileName() + "-" + section.path("id").asText() + ".png"),
          section.path("clip"));
    }
  }

  private static List<@Nullable String> sentences(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }

  private static String check() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(ReportPageIT.class.getResourceAsStream("/browser/page-check.js"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
