package dev.voxpop.backstory.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.backstory.importing.ImportedText;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StoryFileTest {

  @Test
  void list_ofTextsAndObjects_isRead() {
    StoryFile.Reading reading = read("\uFEFF [\"a\", {\"text\": \"b\", \"id\": 7}]");
    assertThat(reading.rows())
        .containsExactly(ImportedText.of(1, "a"), new ImportedText(2, "b", "7", null, null, null));
    assertThat(reading.complete()).isTrue();
  }

  @Test
  void lines_ofTextsAndObjects_areRead() {
    StoryFile.Reading reading = read("\"a\\n1\"\n\n{\"text\":\"b\"}\nnonsense\n{\"x\":1}\n");
    assertThat(reading.rows()).extracting(ImportedText::text).containsExactly("a\n1", "b");
    assertThat(reading.rows()).extracting(ImportedText::place).containsExactly(1, 3);
    assertThat(reading.problems()).hasSize(2);
    assertThat(reading.problems().getFirst()).startsWith("line 4:");
  }

  @Test
  void table_withQuotedBreaks_isRead() {
    StoryFile.Reading reading =
        read(
            "id,text,asker,answerer,tokens\r\n1,\"a\r\nb, \"\"c\"\" \\n\",Q,A,41\r\n2,plain,,,\r\n3,x,,,no\r\n");
    assertThat(reading.rows())
        .containsExactly(
            new ImportedText(3, "a\r\nb, \"c\" \\n", "1", "Q", "A", 41),
            new ImportedText(4, "plain", "2", null, null, null));
    assertThat(reading.problems()).containsExactly("line 5: tokens is no whole number");
  }

  @Test
  void brokenFiles_areNotComplete() {
    assertThat(read("[\"a\", ").complete()).isFalse();
    assertThat(read("[\"a\"] x").complete()).isFalse();
    assertThat(read("name,age\nx,3\n").problems().getFirst()).contains("column \"text\"");
    assertThat(read("").complete()).isFalse();
    assertThat(StoryFile.read(new byte[] {'[', '"', (byte) 0xC3, '"', ']'}).problems())
        .containsExactly("The file is not UTF-8.");
  }

  @Test
  void problems_areListedUpToTwenty() {
    StoryFile.Reading reading = read("[" + "1,".repeat(29) + "1]");
    assertThat(reading.bad()).isEqualTo(30);
    assertThat(reading.problems()).hasSize(20).allMatch(text -> text.startsWith("element "));
  }

  private static StoryFile.Reading read(String text) {
    return StoryFile.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
