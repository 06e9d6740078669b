package dev.voxpop.instrument.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.identity.Sha256;
import dev.voxpop.instrument.wave.Wave;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OverlayTest {
  private static final String OVERLAY =
      """
      apiVersion: v1
      kind: SurveyWaveOverlay
      id: small-wave
      scales:
        often:
          options: [{code: 7, text: Not ever, aliases: [at no time]}]
      questions:
        - {id: SWIM, intro: Think of last summer., text: "How often did you swim?"}
        - {id: WHERE, options: [{code: 1, text: Out at sea}]}
      demographics:
        - {trait: age_4, options: [{code: 1, bio: I am young.}]}
      """;

  @Test
  void overlay_texts_areReplacedAndNothingElse() {
    Wave base = WaveReaderTest.read(WaveReaderTest.BASE).orElseThrow();
    Wave wave = read(OVERLAY).orElseThrow();
    assertThat(wave.question("SWIM").orElseThrow().item().text())
        .isEqualTo("Think of last summer. How often did you swim?");
    assertThat(wave.question("SWIM").orElseThrow().scale().options().get(2).text())
        .isEqualTo("Not ever");
    assertThat(wave.question("WHERE").orElseThrow().scale().options().getFirst().text())
        .isEqualTo("Out at sea");
    assertThat(wave.demographic("age_4").orElseThrow().option(1).orElseThrow().bio())
        .contains("I am young.");
    assertThat(wave.groupings()).isEqualTo(base.groupings());
    assertThat(wave.margins()).isEqualTo(base.margins());
  }

  @Test
  void overlay_hashes_areKeptApart() {
    Wave base = WaveReaderTest.read(WaveReaderTest.BASE).orElseThrow();
    Wave wave = read(OVERLAY).orElseThrow();
    assertThat(wave.provenance().sha256()).isEqualTo(base.provenance().sha256());
    assertThat(wave.provenance().overlaySha256()).isPresent();
    assertThat(base.provenance().overlaySha256()).isEmpty();
    assertThat(base.provenance().contentHash()).isEqualTo(base.provenance().sha256());
    assertThat(wave.provenance().contentHash())
        .isEqualTo(
            Sha256.hex(
                wave.provenance().sha256()
                    + "\n"
                    + wave.provenance().overlaySha256().orElseThrow()));
  }

  @Test
  void unknownIdCodeOrScale_isRefused() {
    assertRefused(OVERLAY.replace("id: SWIM", "id: SWIMM"), "you meant SWIM");
    assertRefused(OVERLAY.replace("code: 7", "code: 8"), "no code 8");
    assertRefused(OVERLAY.replace("  often:", "  offen:"), "you meant often");
    assertRefused(OVERLAY.replace("trait: age_4", "trait: gender"), "no trait gender");
    assertRefused(OVERLAY.replace("id: small-wave", "id: other"), "the wave is small-wave");
  }

  @Test
  void changeOfAnythingButTexts_isRefused() {
    assertRefused(OVERLAY.replace("intro: Think of last summer.", "column: X"), "cannot change");
    assertRefused(OVERLAY + "margins: {}\n", "cannot change margins");
  }

  private static Reading<Wave> read(String overlay) {
    return WaveReader.with(Shipped.traits())
        .read(
            SourceFile.of("small.yaml", WaveReaderTest.BASE.getBytes(StandardCharsets.UTF_8)),
            SourceFile.of("overlay.yaml", overlay.getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertRefused(String overlay, String part) {
    Reading<Wave> reading = read(overlay);
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(reading.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.message()).contains(part);
              assertThat(problem.position().file()).isEqualTo("overlay.yaml");
            });
  }
}
