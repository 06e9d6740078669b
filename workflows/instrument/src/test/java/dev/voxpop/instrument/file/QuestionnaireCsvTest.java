package dev.voxpop.instrument.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.instrument.wave.Wave;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuestionnaireCsvTest {
  @Test
  void exportedSampleWave_importAndExport_giveTheSameBytes() {
    String csv = QuestionnaireCsv.write(Waves.shipped().require("harbour-city-2026"));
    assertThat(csv.lines()).hasSize(1 + 6 * 4 + 4 * 5 + 2 * 4);
    Wave imported = read(csv);
    assertThat(imported.questions()).hasSize(12);
    assertThat(QuestionnaireCsv.write(imported)).isEqualTo(csv);
  }

  @Test
  void quotedCells_keepCommasQuotesAndLineBreaks() {
    String csv =
        """
        topic,kind,question id,question text,option code,option text
        t,nominal,Q,"One, ""two""
        three \\ four",1,Yes
        ,,Q,,-2,No
        """;
    Wave wave = read("\uFEFF" + csv);
    assertThat(wave.questions().getFirst().text()).isEqualTo("One, \"two\"\nthree \\ four");
    assertThat(wave.questions().getFirst().scale().indexOf(-2)).contains(1);
  }

  @Test
  void brokenRows_areRefusedWithTheirLine() {
    assertRefused("question id,question text,option code,option text,kind\nQ,t,1,a,nominal\n", 1);
    String header = "question id,question text,option code,option text,kind,topic\n";
    assertRefused(header + "Q,Well?,1,Yes,nominal,t\nQ,Well?,2\n", 3);
    assertRefused(header + "Q,Well?,one,Yes,nominal,t\n", 2);
    assertRefused(header + "Q,Well?,1,Yes,nominal,t\nQ,What?,2,No,nominal,t\n", 3);
    assertRefused(header, 1);
  }

  private static Wave read(String csv) {
    SourceFile file =
        QuestionnaireCsv.read(source(csv), "imported", "Imported", "ID").orElseThrow();
    return WaveReader.with(Shipped.traits()).read(file).orElseThrow();
  }

  private static void assertRefused(String csv, int line) {
    assertThat(QuestionnaireCsv.read(source(csv), "i", "I", "ID").problems())
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.position().line()).isEqualTo(line));
  }

  private static SourceFile source(String csv) {
    return SourceFile.of("q.csv", csv.getBytes(StandardCharsets.UTF_8));
  }
}
