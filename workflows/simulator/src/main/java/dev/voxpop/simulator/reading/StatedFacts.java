package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.lexicon.DataFile;
import dev.voxpop.simulator.lexicon.PhraseTable;
import dev.voxpop.simulator.lexicon.Words;
import dev.voxpop.simulator.trait.LevelSet;
import dev.voxpop.simulator.trait.Trait;
import dev.voxpop.simulator.trait.TraitWords;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Reads what first-person sentences state about the six traits that are words: a level's word
 * shortly after a frame such as "I am" or "I live in", with no relative and no negation between.
 */
final class StatedFacts {
  private static final Set<String> BLOCKING =
      Set.of(
          "mother",
          "father",
          "son",
          "daughter",
          "wife",
          "husband",
          "brother",
          "sister",
          "friend",
          "friends",
          "parents",
          "boyfriend",
          "girlfriend",
          "neighbor",
          "boss",
          "grandmother",
          "grandfather",
          "teacher",
          "mom",
          "dad",
          "partner",
          "not",
          "never",
          "no",
          "nor",
          "neither",
          "former",
          "used",
          "near",
          "teach",
          "love");
  private static final Map<Trait, PhraseTable<Frame>> FRAMES = load();

  private StatedFacts() {}

  /** Reports each statement with the place where it stands. */
  static void read(Words words, BiConsumer<Integer, Clue> found) {
    FRAMES.forEach(
        (trait, table) -> {
          List<PhraseTable.Match<LevelSet>> levels = TraitWords.words(trait, words);
          if (!levels.isEmpty()) {
            List<PhraseTable.Match<Frame>> frames = table.find(words);
            levels.forEach(level -> statement(words, frames, level, found));
          }
        });
  }

  private static void statement(
      Words words,
      List<PhraseTable.Match<Frame>> frames,
      PhraseTable.Match<LevelSet> level,
      BiConsumer<Integer, Clue> found) {
    if (level.value().isEmpty()) {
      return;
    }
    for (PhraseTable.Match<Frame> frame : frames) {
      int gap = level.start() - frame.end();
      boolean near =
          frame.start() < level.start()
              && gap <= frame.value().gap()
              && words.together(frame.start(), level.start());
      if (near && isClear(words, frame.end(), level.start())) {
        found.accept(level.start(), frame.value().clue(level.value()));
        return;
      }
    }
  }

  private static boolean isClear(Words words, int from, int to) {
    for (int i = from; i < to; i++) {
      if (BLOCKING.contains(words.at(i))) {
        return false;
      }
    }
    return true;
  }

  private static Map<Trait, PhraseTable<Frame>> load() {
    Map<Trait, PhraseTable<Frame>> frames = new EnumMap<>(Trait.class);
    for (List<String> row : DataFile.rows("frames.txt", 4)) {
      Trait trait = Trait.valueOf(row.get(0).toUpperCase(Locale.ROOT));
      Frame frame = new Frame(Integer.parseInt(row.get(1)), Double.parseDouble(row.get(2)));
      PhraseTable<Frame> table = frames.computeIfAbsent(trait, key -> PhraseTable.empty());
      DataFile.list(row.get(3)).forEach(phrase -> table.add(phrase, frame));
    }
    return frames;
  }

  /**
   * How many words may stand between frame and level, and the ratio of a mere hint (0: a
   * statement).
   */
  private record Frame(int gap, double ratio) {
    Clue clue(LevelSet levels) {
      return ratio == 0 ? new Clue.Stated(levels) : new Clue.Implied(levels, ratio);
    }
  }
}
