package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts a story's sentences into text, with its flaw. */
final class Spoiling {
  private static final List<String> HOSTS = List.of("Host", "Reporter", "Moderator", "Caller");
  private static final List<String> PROMPTS =
      List.of(
          "And then?",
          "What was that like?",
          "Can you say more?",
          "How did that feel?",
          "Where was that?",
          "Who was with you?",
          "What do you make of it today?");
  private static final Map<String, String> VERBS =
      Map.ofEntries(
          Map.entry("am", "is"),
          Map.entry("have", "has"),
          Map.entry("live", "lives"),
          Map.entry("make", "makes"),
          Map.entry("earn", "earns"),
          Map.entry("think", "thinks"),
          Map.entry("love", "loves"),
          Map.entry("vote", "votes"),
          Map.entry("like", "likes"),
          Map.entry("hate", "hates"),
          Map.entry("work", "works"),
          Map.entry("get", "gets"),
          Map.entry("keep", "keeps"),
          Map.entry("read", "reads"),
          Map.entry("cook", "cooks"),
          Map.entry("hope", "hopes"),
          Map.entry("call", "calls"),
          Map.entry("do", "does"),
          Map.entry("hold", "holds"),
          Map.entry("say", "says"),
          Map.entry("lean", "leans"),
          Map.entry("tend", "tends"),
          Map.entry("raise", "raises"),
          Map.entry("see", "sees"),
          Map.entry("need", "needs"));
  private static final Pattern FIRST = Pattern.compile("\\bI'm\\b|\\bI (\\w+)|\\bI\\b");

  private Spoiling() {}

  static String apply(Flaw flaw, List<List<String>> paragraphs, Dice dice) {
    return switch (flaw) {
      case INTERVIEW -> interview(paragraphs, dice);
      case THIRD_PERSON -> thirdPerson(joined(paragraphs), dice);
      case CUT_OFF -> cutOff(joined(paragraphs), dice);
      case NEAR_DUPLICATE -> joined(paragraphs) + dice.pick(List.of("", " Yes.", " Really."));
      case NONE, TOO_SHORT, CONTRADICTORY -> joined(paragraphs);
    };
  }

  private static String joined(List<List<String>> paragraphs) {
    return String.join(
        "\n\n", paragraphs.stream().map(sentences -> String.join(" ", sentences)).toList());
  }

  private static String interview(List<List<String>> paragraphs, Dice dice) {
    String host = dice.pick(HOSTS);
    List<String> lines = new ArrayList<>();
    paragraphs.forEach(
        sentences -> {
          for (int i = 0; i < sentences.size(); i += 2) {
            lines.add(
                "Me: " + String.join(" ", sentences.subList(i, Math.min(i + 2, sentences.size()))));
            lines.add(host + ": " + dice.pick(PROMPTS));
          }
        });
    lines.removeLast();
    return String.join("\n", lines);
  }

  private static String thirdPerson(String text, Dice dice) {
    boolean she = dice.happens(0.5);
    String subject = she ? "she" : "he";
    String told =
        FIRST
            .matcher(text)
            .replaceAll(
                match -> {
                  String verb = match.group(1);
                  if (verb == null) {
                    return match.group().equals("I'm") ? subject + " is" : subject;
                  }
                  return subject + " " + VERBS.getOrDefault(verb, verb);
                });
    String owned =
        told.replaceAll("\\b[Mm]y\\b", she ? "her" : "his")
            .replaceAll("\\bme\\b", she ? "her" : "him");
    return Character.toUpperCase(owned.charAt(0)) + owned.substring(1);
  }

  private static String cutOff(String text, Dice dice) {
    int cut = text.indexOf(' ', (int) (text.length() * (0.6 + 0.35 * dice.uniform())));
    return cut < 0 ? text : text.substring(0, cut);
  }
}
