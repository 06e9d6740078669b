package dev.voxpop.instrument.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.contracts.experiment.Bracket;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.instrument.file.Shipped;
import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.instrument.item.Item;
import dev.voxpop.instrument.item.ItemOption;
import dev.voxpop.instrument.item.Permutations;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockWriterTest {
  private static final Phrases PHRASES = Shipped.phrases();
  private static final Set<Line> BOTH = EnumSet.allOf(Line.class);

  @Test
  void standardFormat_block_isWrittenLineByLine() {
    BlockWriter writer = BlockWriter.of(PromptFormat.standard(), PHRASES, BOTH);
    assertThat(writer.block(item(3), DisplayOrder.of(2, 0, 1), Preceding.TEXT))
        .isEqualTo(
            """
            Please answer the next question in keeping with everything that has been said so far.
            Question: How much?
            (A) option 2
            (B) option 0
            (C) option 1
            Reply with (A), (B), or (C).
            Answer:""");
  }

  @Test
  void nothingBefore_block_hasNoConsistencyLine() {
    BlockWriter writer = BlockWriter.of(PromptFormat.standard(), PHRASES, BOTH);
    assertThat(writer.block(item(2), DisplayOrder.identity(2), Preceding.NOTHING))
        .startsWith("Question: How much?\n");
  }

  @Test
  void linesOff_block_hasNoBlankLine() {
    BlockWriter writer = BlockWriter.of(PromptFormat.standard(), PHRASES, Set.of());
    assertThat(writer.block(item(2), DisplayOrder.identity(2), Preceding.TEXT))
        .isEqualTo("Question: How much?\n(A) option 0\n(B) option 1\nAnswer:");
  }

  @Test
  void rolesNone_block_isTheQuestionWithoutCue() {
    BlockWriter writer = BlockWriter.of(PromptFormat.chat(), PHRASES, Set.of());
    assertThat(writer.block(item(2), DisplayOrder.identity(2), Preceding.TEXT))
        .isEqualTo("How much?\n(A) option 0\n(B) option 1");
    assertThat(writer.cue()).isEmpty();
    assertThat(writer.stops()).isEmpty();
  }

  @Test
  void everyFormat_block_neverPrintsAnAbsentRole() {
    for (PromptFormat format : formats()) {
      String block =
          BlockWriter.of(format, PHRASES, BOTH)
              .block(item(4), DisplayOrder.identity(4), Preceding.TEXT);
      assertThat(block).as(format.toString()).doesNotContainIgnoringCase("null");
      assertThat(block).as(format.toString()).doesNotContain("NONE", "None", "Optional");
      assertThat(block).as(format.toString()).doesNotContain("\n\n").isEqualTo(block.strip());
    }
  }

  @Test
  void forcingLine_ofTwoAndMore_listsTheDisplayedMarks() {
    BlockWriter round = BlockWriter.of(PromptFormat.standard(), PHRASES, BOTH);
    assertThat(round.forcingLine(2)).isEqualTo("Reply with (A) or (B).");
    assertThat(round.forcingLine(3)).isEqualTo("Reply with (A), (B), or (C).");
    PromptFormat numbered =
        new PromptFormat(Symbol.NUMBER, Bracket.SQUARE, Roles.SURVEYOR_RESPONDENT, Mode.COMPLETION);
    assertThat(BlockWriter.of(numbered, PHRASES, BOTH).forcingLine(4))
        .isEqualTo("Reply with [1], [2], [3], or [4].");
  }

  @Test
  void completion_stops_areNewlineAndAskerLabel() {
    PromptFormat format =
        new PromptFormat(
            Symbol.UPPER, Bracket.ROUND, Roles.INTERVIEWER_INTERVIEWEE, Mode.COMPLETION);
    assertThat(BlockWriter.of(format, PHRASES, BOTH).stops()).containsExactly("\n", "Interviewer:");
  }

  @Test
  void answeredBlock_answer_followsTheCueAfterOneSpace() {
    BlockWriter writer = BlockWriter.of(PromptFormat.standard(), PHRASES, Set.of());
    String block = writer.block(item(2), DisplayOrder.identity(2), Preceding.NOTHING);
    assertThat(writer.answered(block, "(B)")).endsWith("\nAnswer: (B)");
  }

  @Test
  void textWithTemplateMarks_block_keepsEveryByte() {
    String text = "${a} {b} {{c}} %s <Asker>: \"x\" \uD83D\uDE80 \u05E9\u05DC\u05D5\u05DD";
    Item item =
        Item.of(
            "q",
            text,
            List.of(
                ItemOption.substantive("1", "$1 {0}", List.of()),
                ItemOption.substantive("2", "\\d", List.of())),
            Permutations.none());
    assertThat(
            BlockWriter.of(PromptFormat.standard(), PHRASES, Set.of())
                .block(item, DisplayOrder.identity(2), Preceding.NOTHING))
        .isEqualTo("Question: " + text + "\n(A) $1 {0}\n(B) \\d\nAnswer:");
  }

  @Test
  void twentySevenOptions_withLetters_areRefused() {
    BlockWriter writer = BlockWriter.of(PromptFormat.standard(), PHRASES, Set.of());
    assertThatThrownBy(() -> writer.block(item(27), DisplayOrder.identity(27), Preceding.NOTHING))
        .hasMessageContaining("27 options");
    PromptFormat numbers =
        new PromptFormat(Symbol.NUMBER, Bracket.ROUND, Roles.QUESTION_ANSWER, Mode.COMPLETION);
    assertThat(
            BlockWriter.of(numbers, PHRASES, Set.of())
                .block(item(27), DisplayOrder.identity(27), Preceding.NOTHING))
        .contains("(27) option 26");
  }

  private static Item item(int size) {
    List<ItemOption> options =
        IntStream.range(0, size)
            .mapToObj(i -> ItemOption.substantive("" + i, "option " + i, List.of()))
            .toList();
    return Item.of("q", "How much?", options, Permutations.none());
  }

  private static List<PromptFormat> formats() {
    return EnumSet.allOf(Symbol.class).stream()
        .flatMap(
            symbol ->
                EnumSet.allOf(Bracket.class).stream()
                    .flatMap(
                        bracket ->
                            EnumSet.allOf(Roles.class).stream()
                                .map(roles -> new PromptFormat(symbol, bracket, roles, Mode.CHAT))))
        .toList();
  }
}
