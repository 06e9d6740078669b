package dev.voxpop.backstory.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.instrument.format.RoleWords;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryLayoutTest {

  private final StoryLayout layout = new StoryLayout(RoleWords.of("Question", "Answer"));

  @Test
  void prompt_withPreamble_hasFourBlocksAndNoTrailingSpace() {
    String before = layout.exchange("Ready?", "Yes.");
    assertThat(layout.prompt(before, "Who are you? Tell all."))
        .isEqualTo(
            "Question: Ready?\n\nAnswer: Yes.\n\nQuestion: Who are you? Tell all.\n\nAnswer:");
  }

  @Test
  void prompt_withoutPreamble_isQuestionAndCue() {
    assertThat(layout.prompt("", "Who are you?")).isEqualTo("Question: Who are you?\n\nAnswer:");
  }

  @Test
  void passage_ofHostileText_keepsEveryByteAndHasEachLabelOnce() {
    String story = "I said ${a} {b} {{c}} %s \"so\" 😀 שלום and Question: was my name.";
    String passage = layout.passage("Who are you?", story);
    assertThat(passage).isEqualTo("Question: Who are you?\n\nAnswer: " + story);
    assertThat(passage.replace(story, ""))
        .containsOnlyOnce("Question:")
        .containsOnlyOnce("Answer:");
  }

  @Test
  void passage_thatKeepsThePreamble_beginsWithIt() {
    Optional<String> kept = Optional.of(layout.exchange("Ready?", "Yes."));
    assertThat(layout.passage(kept, "Who?", "Me."))
        .isEqualTo("Question: Ready?\n\nAnswer: Yes.\n\nQuestion: Who?\n\nAnswer: Me.");
  }

  @Test
  void wording_ofShippedFiles_isCompleteAndHashedByContent() {
    Wording wording = Wording.load(Optional.empty(), Optional.empty());
    assertThat(wording.files()).allMatch(file -> !file.text().isBlank());
    assertThat(wording.judge().text().split("Example ")).hasSize(4);
    Wording other = Wording.load(Optional.empty(), Optional.of(RoleWords.of("Asker", "Teller")));
    assertThat(other.sha256()).isNotEqualTo(wording.sha256());
    assertThat(other.rolesFor(Roles.NONE).askerLabel()).isEqualTo("Asker:");
    assertThat(wording.rolesFor(Roles.NONE).askerLabel()).isEqualTo("Question:");
  }
}
