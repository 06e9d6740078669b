package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.reading.TextReader.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes prompts apart. It understands the layouts that surveys of language models use: passages,
 * blocks of question, marked options, optional lines and cue, open questions with a cue, and
 * instructions with a text to judge. What it does not understand is {@link Task.Unclear}: a missing
 * cue, a trailing blank, marks out of sequence.
 */
public final class PromptReader {
  private PromptReader() {}

  /** A prompt for text completion. */
  public static Prompt completion(String text) {
    List<Piece> pieces = TextReader.pieces(text);
    List<Part> before = new ArrayList<>();
    for (int i = 0; i + 1 < pieces.size(); i++) {
      before.add(part(pieces.get(i)));
    }
    if (pieces.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1))) {
      pieces.forEach(piece -> before.add(part(piece)));
      return new Prompt(before, new Task.Unclear());
    }
    Piece last = pieces.getLast();
    Task task = last.block().map(PromptReader::choice).orElseGet(() -> open(text, last.text()));
    if (last.block().isEmpty()) {
      before.add(part(last));
    }
    return new Prompt(before, task);
  }

  private static Task open(String text, String last) {
    Task task = OpenQuestions.task(last, OpenQuestions.Need.CUE);
    return task instanceof Task.Unclear ? ChatTasks.nextVerdict(text).orElse(task) : task;
  }

  /** A chat. */
  public static Prompt chat(List<Turn> turns) {
    int last = lastUser(turns);
    if (last < 0) {
      return new Prompt(List.of(), new Task.Unclear());
    }
    List<Part> before = new ArrayList<>();
    for (int i = 0; i < last; i++) {
      earlier(turns, i, before);
    }
    return ChatTasks.prompt(instructions(turns), before, turns.get(last).text());
  }

  static Part part(Piece piece) {
    if (piece.block().isEmpty()) {
      return new Part.Prose(piece.text());
    }
    Block block = piece.block().get();
    return new Part.Exchange(block.choice(), block.cue().map(Cue::rest).orElse(""));
  }

  private static Task choice(Block block) {
    Optional<Cue> cue = block.cue();
    if (cue.isEmpty() || block.question().isBlank()) {
      return new Task.Unclear();
    }
    return choice(block, cue.get());
  }

  static Task choice(Block block, Cue cue) {
    if (cue.rest().isEmpty()) {
      return new Task.Choose(block.choice(), Task.Opening.CUE);
    }
    boolean bracket = !block.style().open().isEmpty() && cue.rest().equals(block.style().open());
    return bracket ? new Task.Choose(block.choice(), Task.Opening.BRACKET) : new Task.Unclear();
  }

  private static void earlier(List<Turn> turns, int place, List<Part> before) {
    Turn turn = turns.get(place);
    if (turn.role() != Turn.Role.USER) {
      if (turn.role() == Turn.Role.SYSTEM) {
        before.add(new Part.Prose(turn.text()));
      }
      return;
    }
    boolean answered =
        place + 1 < turns.size() && turns.get(place + 1).role() == Turn.Role.ASSISTANT;
    String answer = answered ? turns.get(place + 1).text() : "";
    List<Piece> pieces = TextReader.pieces(turn.text());
    for (int i = 0; i < pieces.size(); i++) {
      Part part = part(pieces.get(i));
      boolean open = i + 1 == pieces.size() && part instanceof Part.Exchange;
      before.add(open ? new Part.Exchange(((Part.Exchange) part).question(), answer) : part);
    }
  }

  private static String instructions(List<Turn> turns) {
    StringBuilder text = new StringBuilder();
    turns.stream()
        .filter(turn -> turn.role() == Turn.Role.SYSTEM)
        .forEach(turn -> text.append(turn.text()).append('\n'));
    return text.toString();
  }

  private static int lastUser(List<Turn> turns) {
    int last = turns.size() - 1;
    return last >= 0 && turns.get(last).role() == Turn.Role.USER ? last : -1;
  }
}
