package dev.voxpop.instrument.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.instrument.file.OverlayDraft.ColumnLabels;
import dev.voxpop.instrument.wave.Unfilled;
import dev.voxpop.instrument.wave.Wave;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverlayDraftTest {
  private static final Wave WAVE = Waves.shipped().require("atp-w99");

  @Test
  void labelsOfEveryColumn_draft_fillsTheWave() {
    Wave filled = overlaid(OverlayDraft.of(WAVE, labels()).overlay());
    assertThat(Unfilled.in(filled, filled.defaultQuestions(), filled.mappedTraits())).isEmpty();
    assertThat(filled.question("POSNEGAI_b_W99").orElseThrow().text())
        .isEqualTo("label of POSNEGAI_b_W99");
    assertThat(filled.demographic("race").orElseThrow().option(5).orElseThrow().text())
        .isEqualTo("value 5");
    assertThat(filled.provenance().sha256()).isEqualTo(WAVE.provenance().sha256());
  }

  @Test
  void missingColumnsAndOddLabels_areNoted() {
    Map<String, ColumnLabels> labels = labels();
    labels.remove("F_GENDER");
    labels.put("POSNEGAI_c_W99", new ColumnLabels("c", Map.of(1, "other", 98, "DK/Refused")));
    List<String> notes = OverlayDraft.of(WAVE, labels).notes();
    assertThat(notes).hasSize(3);
    assertThat(notes).anySatisfy(note -> assertThat(note).contains("scale feeling"));
    assertThat(notes).anySatisfy(note -> assertThat(note).contains("undeclared code 98"));
    assertThat(notes).anySatisfy(note -> assertThat(note).contains("no column F_GENDER"));
  }

  private static Map<String, ColumnLabels> labels() {
    Map<String, ColumnLabels> labels = new HashMap<>();
    WAVE.questions().forEach(q -> labels.put(q.column(), label(q.column())));
    WAVE.demographics().forEach(d -> labels.put(d.column(), label(d.column())));
    return labels;
  }

  private static ColumnLabels label(String column) {
    Map<Integer, String> values = new HashMap<>();
    for (int code = 1; code <= 12; code++) {
      values.put(code, "value " + code);
    }
    return new ColumnLabels("label of " + column, values);
  }

  private static Wave overlaid(String overlay) {
    return WaveReader.with(Shipped.traits())
        .read(
            SourceFile.shipped("waves/atp-w99.yaml"),
            SourceFile.of("overlay.yaml", overlay.getBytes(StandardCharsets.UTF_8)))
        .orElseThrow();
  }
}
