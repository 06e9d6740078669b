package dev.voxpop.backstory.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.backstory.importing.ImportedStory.QuestionOrigin;
import dev.voxpop.backstory.writing.StoryLayout;
import dev.voxpop.contracts.experiment.PoolChoice;
import dev.voxpop.contracts.identity.Seed;
import dev.voxpop.instrument.format.RoleWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportTest {

  private static final StoryLayout LAYOUT = new StoryLayout(RoleWords.of("Question", "Answer"));

  @Test
  void textWithQuestion_keepsItsBytesAndItsOwnRoleWords() {
    String text = "Interviewer: Who are you?\r\n\r\nMe:  I am.\n\nQ: more";
    StoryImport.Result result = imported(ImportedText.of(1, text));
    ImportedStory story = result.stories().getFirst();
    assertThat(story.passage()).isEqualTo(text);
    assertThat(story.question()).isEqualTo(QuestionOrigin.OWN);
    assertThat(story.text()).isEqualTo("I am.\n\nQ: more");
    assertThat(QuestionAndAnswer.of(text).orElseThrow().asker()).isEqualTo("Interviewer");
    assertThat(QuestionAndAnswer.of(text).orElseThrow().answerer()).isEqualTo("Me");
  }

  @Test
  void plainText_getsTheDefaultQuestion() {
    ImportedStory story =
        imported(ImportedText.of(1, "I was born.\n\nThen: more")).stories().getFirst();
    assertThat(story.passage()).isEqualTo("Question: Who?\n\nAnswer: I was born.\n\nThen: more");
    assertThat(story.question()).isEqualTo(QuestionOrigin.DEFAULT);
    assertThat(story.id()).matches("b-[0-9a-f]{16}");
    assertThat(story.tokens()).isEqualTo(6);
  }

  @Test
  void rolesOfARow_areItsOwn() {
    ImportedText row = new ImportedText(1, "Me.", "7", "Asker", "Teller", 99);
    ImportedStory story = imported(row).stories().getFirst();
    assertThat(story.passage()).isEqualTo("Asker: Who?\n\nTeller: Me.");
    assertThat(story.tokens()).isEqualTo(99);
    assertThat(story.id()).isEqualTo("7");
  }

  @Test
  void repeats_areDroppedAndCounted() {
    StoryImport.Result result =
        imported(
            ImportedText.of(1, "one"),
            ImportedText.of(2, "one"),
            new ImportedText(3, "two", "x", null, null, null),
            new ImportedText(4, "three", "x", null, null, null));
    assertThat(result.stories()).hasSize(2);
    assertThat(result.dropped()).containsEntry("repeated-text", 1).containsEntry("repeated-id", 1);
  }

  @Test
  void selection_firstN_comparesNumbersAsNumbers() {
    assertThat(pick(List.of("10", "9", "100"), new PoolChoice.Selection(2, null)))
        .containsExactly("9", "10");
    assertThat(pick(List.of("10", "9", "b-1"), new PoolChoice.Selection(2, null)))
        .containsExactly("10", "9");
    assertThat(pick(List.of("b", "a"), null)).containsExactly("a", "b");
  }

  @Test
  void selection_sample_dependsOnSeedAndIdsNotOnTheirOrder() {
    List<String> ids = new ArrayList<>(IntStream.range(0, 50).mapToObj(i -> "b-" + i).toList());
    PoolChoice.Selection ten = new PoolChoice.Selection(null, 10);
    List<String> chosen = pick(ids, ten);
    Collections.shuffle(ids, new Random(3));
    assertThat(pick(ids, ten)).isEqualTo(chosen).hasSize(10).isSorted();
    assertThat(Selection.from("p", new Seed(8)).pick(ids, ten)).isNotEqualTo(chosen);
    assertThat(pick(ids, new PoolChoice.Selection(null, 99))).hasSize(50);
  }

  private static List<String> pick(List<String> ids, PoolChoice.@Nullable Selection choice) {
    return Selection.from("p", new Seed(7)).pick(ids, choice);
  }

  private static StoryImport.Result imported(ImportedText... rows) {
    return StoryImport.of(List.of(rows), LAYOUT, "Who?");
  }
}
