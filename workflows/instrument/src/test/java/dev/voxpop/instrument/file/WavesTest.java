package dev.voxpop.instrument.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.contracts.experiment.Bracket;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.contracts.experiment.TextStyle;
import dev.voxpop.instrument.format.BlockWriter;
import dev.voxpop.instrument.format.Line;
import dev.voxpop.instrument.format.Preceding;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.item.Item;
import dev.voxpop.instrument.text.TraitTexts;
import dev.voxpop.instrument.wave.Wave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavesTest {
  private static final String HOUSING =
      """
      apiVersion: v1
      kind: Trait
      id: wohnen
      question: Wie wohnen Sie?
      options:
        - {name: miete, text: Zur Miete, aliases: [Mieter, Mieterin]}
        - {name: eigentum, text: Im Eigentum, aliases: [Eigenheim]}
      refusal: Keine Angabe
      """;

  private static final String GERMAN =
      """
      apiVersion: v1
      kind: SurveyWave
      id: hafenstadt
      title: Hafenstadt
      language: de
      human: {key: NR}
      phrases:
        roles:
          question-answer: {asker: Frage, answerer: Antwort}
          surveyor-respondent: {asker: Befragung, answerer: Person}
          interviewer-interviewee: {asker: Interviewerin, answerer: Gast}
        consistency: Bitte im Einklang mit dem Bisherigen antworten.
        forcing: {before: "Bitte mit ", pair: " oder ", separator: ", ", last: " oder ", after: " antworten."}
        bioIntro: Wer sind Sie?
        portrayIntro: "Antworten Sie als diese Person:"
      questions:
        - id: LAERM
          text: Stoert Sie der Laerm?
          kind: nominal
          options: [{code: 1, text: Ja}, {code: 2, text: Nein}, {code: 3, text: Manchmal}]
      demographics:
        - trait: wohnen
          topic: Wohnung
          column: WOHN
          text: Wie wohnen Sie?
          labels: [miete, eigentum]
          options:
            - {code: 1, text: Zur Miete, label: miete, bio: Ich wohne zur Miete.}
            - {code: 2, text: Im Eigentum, label: eigentum, bio: Mir gehoert meine Wohnung.}
          persona: {same: true}
      """;

  @Test
  void folderWithOwnTraitAndLanguage_isReadWithoutCode(@TempDir Path folder) throws IOException {
    write(folder, "traits/wohnen.yaml", HOUSING);
    write(folder, "waves/hafenstadt.yaml", GERMAN);
    Waves waves = Waves.shipped().withFolder(folder);
    Wave wave = waves.require("hafenstadt");
    assertThat(wave.mappedTraits()).containsExactly("wohnen");
    Item item = wave.questions().getFirst().item();
    PromptFormat format =
        new PromptFormat(Symbol.UPPER, Bracket.ROUND, Roles.QUESTION_ANSWER, Mode.COMPLETION);
    BlockWriter writer = BlockWriter.of(format, wave.phrases(), EnumSet.allOf(Line.class));
    assertThat(writer.block(item, item.ownOrder(), Preceding.TEXT))
        .isEqualTo(
            """
            Bitte im Einklang mit dem Bisherigen antworten.
            Frage: Stoert Sie der Laerm?
            (A) Ja
            (B) Nein
            (C) Manchmal
            Bitte mit (A), (B) oder (C) antworten.
            Antwort:""");
    TraitTexts texts = TraitTexts.of(wave, List.of("wohnen"), format, EnumSet.noneOf(Line.class));
    assertThat(texts.text(TextStyle.BIO, Map.of("wohnen", 1), 0))
        .isEqualTo("Frage: Wer sind Sie?\n\nAntwort: Ich wohne zur Miete.");
  }

  @Test
  void overlayInFolder_fillsAShippedWave(@TempDir Path folder) throws IOException {
    write(
        folder,
        "waves/atp-w99.overlay.yaml",
        """
        apiVersion: v1
        kind: SurveyWaveOverlay
        id: atp-w99
        questions: [{id: POSNEGAI_a_W99, text: My own words}]
        """);
    Wave wave = Waves.shipped().withFolder(folder).require("atp-w99");
    assertThat(wave.question("POSNEGAI_a_W99").orElseThrow().text()).isEqualTo("My own words");
  }

  @Test
  void brokenFileInFolder_isRefusedWithItsPlace(@TempDir Path folder) throws IOException {
    write(folder, "waves/broken.yaml", "id: [");
    assertThatThrownBy(() -> Waves.shipped().withFolder(folder))
        .hasMessageContaining("broken.yaml:1:");
  }

  @Test
  void unknownWave_isRefusedWithASimilarOne() {
    assertThatThrownBy(() -> Waves.shipped().require("harbor-city-2026"))
        .hasMessageContaining("Maybe you meant harbour-city-2026");
  }

  private static void write(Path folder, String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
