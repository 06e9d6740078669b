package dev.voxpop.simulator.trait;

import dev.voxpop.simulator.lexicon.DataFile;
import dev.voxpop.simulator.lexicon.Refusals;
import dev.voxpop.simulator.lexicon.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which trait a question asks for, by its wording and by what its options say. */
public final class TraitQuestions {
  private static final Map<Trait, List<String>> ASKING = load("asks");
  private static final Map<Trait, List<String>> TOPICS = load("topic");

  private TraitQuestions() {}

  /**
   * The trait a question asks for: its wording asks for it and at least half of its answering
   * options say something about it, in two different ways or more. The trait with the longest
   * asking phrase wins.
   */
  public static Optional<TraitOptions> recognise(String question, List<String> options) {
    String wording = padded(question);
    Optional<TraitOptions> best = Optional.empty();
    int longest = 0;
    for (Trait trait : Trait.values()) {
      int length = longestPhrase(trait, wording);
      if (length > longest) {
        TraitOptions candidate = TraitOptions.of(trait, options);
        if (fits(candidate, options)) {
          best = Optional.of(candidate);
          longest = length;
        }
      }
    }
    return best;
  }

  /** The trait whose levels all answering options name, each in another way. */
  public static Optional<TraitOptions> byOptions(List<String> options) {
    int answering = Refusals.substantive(options).size();
    for (Trait trait : Trait.values()) {
      TraitOptions candidate = TraitOptions.of(trait, options);
      if (candidate.understood() == answering && fits(candidate, options)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The trait a question asks for, by wording alone. */
  public static Optional<Trait> byWording(String question) {
    String wording = padded(question);
    Optional<Trait> best = Optional.empty();
    int longest = 0;
    for (Trait trait : Trait.values()) {
      int length = longestPhrase(trait, wording);
      if (length > longest) {
        best = Optional.of(trait);
        longest = length;
      }
    }
    return best;
  }

  /** The trait a heading such as "age" or "household income" names. */
  public static Optional<Trait> byTopic(String heading) {
    String normal = Words.normal(heading);
    for (Map.Entry<Trait, List<String>> entry : TOPICS.entrySet()) {
      if (entry.getValue().contains(normal)) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  private static boolean fits(TraitOptions candidate, List<String> options) {
    long answering = Refusals.substantive(options).size();
    long distinct =
        IntStream.range(0, options.size())
            .mapToObj(candidate::meaning)
            .filter(meaning -> !meaning.isEmpty())
            .distinct()
            .count();
    return distinct >= 2 && 2 * candidate.understood() >= answering;
  }

  private static int longestPhrase(Trait trait, String wording) {
    int longest = 0;
    for (String phrase : ASKING.getOrDefault(trait, List.of())) {
      if (phrase.length() > longest && wording.contains(" " + phrase + " ")) {
        longest = phrase.length();
      }
    }
    return longest;
  }

  private static String padded(String text) {
    return " " + Words.normal(text) + " ";
  }

  private static Map<Trait, List<String>> load(String kind) {
    Map<Trait, List<String>> phrases = new EnumMap<>(Trait.class);
    for (List<String> row : DataFile.rows("trait-questions.txt", 3)) {
      if (row.get(1).equals(kind)) {
        phrases.put(Trait.valueOf(row.get(0).toUpperCase(Locale.ROOT)), DataFile.list(row.get(2)));
      }
    }
    return phrases;
  }
}
