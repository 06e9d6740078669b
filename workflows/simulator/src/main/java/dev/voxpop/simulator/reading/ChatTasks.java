package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.lexicon.Words;
import dev.voxpop.simulator.reading.TextReader.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the last user message of a chat asks: a choice, a search in a text, a verdict, or a story.
 */
final class ChatTasks {
  private static final Pattern VERDICT_LINE =
      Pattern.compile("(?im)^\\W*(?:[a-z ]{1,24}:)?\\W*(?:yes|no)\\W*$");
  private static final List<String> JUDGING =
      List.of(
          "verdict",
          "judge",
          "decide",
          "first person",
          "narrative",
          "contradict",
          "contradiction",
          "contradictions",
          "contradicts",
          "consistent",
          "assess",
          "life story",
          "one person");

  private ChatTasks() {}

  static Prompt prompt(String instructions, List<Part> earlier, String message) {
    List<Piece> pieces = TextReader.pieces(message);
    int asking = lastBlock(pieces);
    List<Part> before = new ArrayList<>(earlier);
    if (asking < 0) {
      Task task =
          isJudging(instructions + message)
              ? judge(instructions, message)
              : OpenQuestions.task(message, OpenQuestions.Need.NOTHING);
      before.add(new Part.Prose(message));
      return new Prompt(before, task);
    }
    pieces.subList(0, asking).forEach(piece -> before.add(PromptReader.part(piece)));
    return new Prompt(before, choice(pieces, asking));
  }

  private static Task choice(List<Piece> pieces, int asking) {
    Block block = pieces.get(asking).block().orElseThrow();
    int silent = silent(block.options());
    if (silent >= 0) {
      String text =
          String.join("\n\n", pieces.subList(0, asking).stream().map(Piece::text).toList());
      return new Task.Locate(question(pieces, asking, block), text, silent);
    }
    if (asking + 1 < pieces.size()) {
      return new Task.Unclear();
    }
    Optional<Cue> cue =
        block.cue().filter(found -> found.rest().isEmpty() || found.rest().length() == 1);
    if (cue.isPresent()) {
      return PromptReader.choice(block, cue.get());
    }
    return block.question().isBlank()
        ? new Task.Unclear()
        : new Task.Choose(block.choice(), Task.Opening.TURN);
  }

  /** A question may stand in a paragraph of its own before its options. */
  private static ChoiceQuestion question(List<Piece> pieces, int asking, Block block) {
    if (!block.header().isEmpty() || asking == 0) {
      return new ChoiceQuestion(String.join(" ", block.header()), block.options(), block.style());
    }
    String before = pieces.get(asking - 1).text().strip();
    return new ChoiceQuestion(
        before.substring(before.lastIndexOf('\n') + 1), block.options(), block.style());
  }

  private static int lastBlock(List<Piece> pieces) {
    return IntStream.range(0, pieces.size())
        .filter(i -> pieces.get(i).block().isPresent())
        .max()
        .orElse(-1);
  }

  private static int silent(List<String> options) {
    return IntStream.range(0, options.size())
        .filter(i -> isSilent(Words.normal(options.get(i))))
        .findFirst()
        .orElse(-1);
  }

  private static boolean isSilent(String option) {
    return option.contains("not mentioned")
        || option.contains("not stated")
        || option.contains("does not say")
        || option.contains("not say");
  }

  private static boolean isJudging(String text) {
    String words = " " + Words.normal(text) + " ";
    return words.contains(" yes ")
        && words.contains(" no ")
        && JUDGING.stream().anyMatch(word -> words.contains(" " + word + " "));
  }

  /**
   * The same as a text to continue: instructions, worked examples that end with a verdict, the text
   * to judge and a cue on the last line. Empty when a text is not of this form.
   */
  static Optional<Task> nextVerdict(String text) {
    int cue = text.lastIndexOf('\n') + 1;
    boolean asks = Cue.of(text.substring(cue)).filter(last -> last.rest().isEmpty()).isPresent();
    int after = afterExamples(text);
    return asks && after > 0 && after < cue && isJudging(text.substring(0, after))
        ? Optional.of(new Task.Judge(text.substring(0, after), text.substring(after, cue).strip()))
        : Optional.empty();
  }

  /**
   * The text to judge is what follows the last worked example, or the whole message when there is
   * none in it.
   */
  private static Task judge(String instructions, String message) {
    String rules = instructions.isBlank() ? message : instructions;
    return new Task.Judge(rules, message.substring(afterExamples(message)).strip());
  }

  private static int afterExamples(String message) {
    Matcher matcher = VERDICT_LINE.matcher(message);
    int after = 0;
    while (matcher.find()) {
      after = matcher.end() + 60 < message.length() ? matcher.end() : after;
    }
    return after;
  }
}
