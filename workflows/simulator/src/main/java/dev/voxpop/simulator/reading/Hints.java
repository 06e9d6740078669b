package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.lexicon.DataFile;
import dev.voxpop.simulator.lexicon.PhraseTable;
import dev.voxpop.simulator.lexicon.Words;
import dev.voxpop.simulator.trait.LevelSet;
import dev.voxpop.simulator.trait.Trait;
import dev.voxpop.simulator.trait.TraitWords;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** The cue lexicon: phrases that only hint at a trait. */
final class Hints {
  private static final PhraseTable<Clue> TABLE = load();

  private Hints() {}

  static void read(Words words, BiConsumer<Integer, Clue> found) {
    TABLE.find(words).forEach(match -> found.accept(match.start(), match.value()));
  }

  private static PhraseTable<Clue> load() {
    PhraseTable<Clue> table = PhraseTable.empty();
    for (List<String> row : DataFile.rows("hints.txt", 4)) {
      Trait trait = Trait.valueOf(row.get(0).toUpperCase(Locale.ROOT));
      LevelSet levels =
          trait.numeric()
              ? TraitWords.meaning(trait, row.get(1))
              : LevelSet.named(trait, row.get(1));
      Clue clue = new Clue.Implied(levels, Double.parseDouble(row.get(2)));
      DataFile.list(row.get(3)).forEach(phrase -> table.add(phrase, clue));
    }
    return table;
  }
}
