package dev.voxpop.simulator.trait;

import dev.voxpop.simulator.lexicon.DataFile;
import dev.voxpop.simulator.lexicon.PhraseTable;
import dev.voxpop.simulator.lexicon.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words for the levels of the traits, and what a short wording such as an option or a value
 * says about a trait.
 */
public final class TraitWords {
  private static final TraitWords SHIPPED = load();

  private final Map<Trait, PhraseTable<LevelSet>> tables;

  private TraitWords(Map<Trait, PhraseTable<LevelSet>> tables) {
    this.tables = tables;
  }

  /** What a short wording says about a trait; no level when it says nothing. */
  public static LevelSet meaning(Trait trait, String wording) {
    Words words = Words.of(wording);
    if (trait.numeric()) {
      return Amounts.meaning(trait, words, 0, words.size());
    }
    LevelSet meaning = LevelSet.none(trait);
    for (PhraseTable.Match<LevelSet> match : words(trait, words)) {
      meaning = meaning.or(match.value());
    }
    return meaning;
  }

  /** What the words from one place to another (exclusive) say about an age or an income. */
  public static LevelSet amount(Trait trait, Words words, int from, int to) {
    return Amounts.meaning(trait, words, from, Math.min(to, words.size()));
  }

  /** The words for levels of a trait found in a text. */
  public static List<PhraseTable.Match<LevelSet>> words(Trait trait, Words words) {
    PhraseTable<LevelSet> table = SHIPPED.tables.get(trait);
    return table == null ? List.of() : table.find(words);
  }

  private static TraitWords load() {
    Map<Trait, PhraseTable<LevelSet>> tables = new EnumMap<>(Trait.class);
    for (List<String> row : DataFile.rows("trait-words.txt", 3)) {
      Trait trait = Trait.valueOf(row.get(0).toUpperCase(Locale.ROOT));
      LevelSet levels =
          row.get(1).equals("-") ? LevelSet.none(trait) : LevelSet.named(trait, row.get(1));
      PhraseTable<LevelSet> table = tables.computeIfAbsent(trait, key -> PhraseTable.empty());
      DataFile.list(row.get(2)).forEach(phrase -> table.add(phrase, levels));
    }
    return new TraitWords(tables);
  }
}
