package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.lexicon.Words;
import java.util.List;
import java.util.Optional;

/** Questions without options: a request for a life story, or whether one is willing to answer. */
final class OpenQuestions {
  private static final List<String> TELLING =
      List.of(
          "tell",
          "describe",
          "share",
          "write",
          "talk",
          "introduce",
          "say",
          "start",
          "begin",
          "know",
          "explain",
          "walk",
          "portray",
          "who",
          "what");
  private static final List<String> LIFE =
      List.of(
          "yourself",
          "your life",
          "your story",
          "life story",
          "who you are",
          "who are you",
          "your background",
          "your past",
          "you grew up",
          "your own words",
          "story of you",
          "about you",
          "your backstory",
          "makes you who");
  private static final List<String> ASKING =
      List.of(
          "are", "would", "will", "can", "could", "may", "do", "is", "shall", "does", "ok", "okay");
  private static final List<String> WILLING =
      List.of(
          "ready",
          "willing",
          "agree",
          "okay",
          "ok",
          "happy to",
          "comfortable",
          "promise",
          "understand",
          "may i",
          "consent",
          "mind",
          "shall we",
          "will you answer",
          "would you answer",
          "fine with",
          "all right",
          "alright",
          "can we",
          "honest",
          "take part",
          "may we");

  private OpenQuestions() {}

  /** Whether the last line must be a cue. */
  enum Need {
    CUE,
    NOTHING
  }

  static Task task(String text, Need need) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      return new Task.Unclear();
    }
    Optional<Cue> cue = Cue.of(lines.getLast()).filter(found -> found.rest().isEmpty());
    if (cue.isEmpty() && need == Need.CUE) {
      return new Task.Unclear();
    }
    int at = lines.size() - (cue.isPresent() ? 2 : 1);
    return at < 0 ? new Task.Unclear() : task(lines.get(at));
  }

  private static Task task(String question) {
    String asked = Cue.of(question).map(Cue::rest).orElse(question);
    int cut =
        Math.max(
            asked.lastIndexOf(". ", asked.length() - 2),
            asked.lastIndexOf("! ", asked.length() - 2));
    Words last = Words.of(asked.substring(cut < 0 ? 0 : cut + 2));
    String ending = " " + String.join(" ", last.list()) + " ";
    if (ASKING.contains(last.at(0))
        && WILLING.stream().anyMatch(phrase -> ending.contains(" " + phrase + " "))) {
      return new Task.Consent();
    }
    String all = " " + Words.normal(asked) + " ";
    boolean life = LIFE.stream().anyMatch(phrase -> all.contains(" " + phrase + " "));
    boolean telling = TELLING.stream().anyMatch(word -> all.contains(" " + word + " "));
    return life && telling ? new Task.Tell() : new Task.Unclear();
  }
}
