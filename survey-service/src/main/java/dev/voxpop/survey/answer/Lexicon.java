package dev.voxpop.survey.answer;

import dev.voxpop.instrument.item.AliasScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a reader of answers knows of a language: refusals, "don't know", denial, cues, numbers.
 *
 * <p>All of it is data. A language without a list is read by symbols and option texts alone.
 */
public final class Lexicon {
  private static final Lexicon ENGLISH = new Lexicon(LexiconFile.shipped("en").orElseThrow());
  private static final Lexicon NONE = new Lexicon(LexiconFile.empty());

  private final Set<String> words = new LinkedHashSet<>();
  private final Vocabulary vocabulary;
  private final PhraseTrie phrases;
  private final Map<WordList, BitSet> lists = new EnumMap<>(WordList.class);
  private final Map<NumberList, double[]> numbers = new EnumMap<>(NumberList.class);
  private final Map<String, AliasScope> ownScopes = new HashMap<>();

  private Lexicon(LexiconFile file) {
    file.sections().values().forEach(entries -> entries.forEach(e -> words.addAll(split(e))));
    vocabulary = Vocabulary.of(words);
    phrases = phrases(file);
    for (WordList list : WordList.values()) {
      lists.put(list, wordSet(file.entries(list.section())));
    }
    for (NumberList list : NumberList.values()) {
      numbers.put(list, values(file.entries(list.section())));
    }
    scope(file, "scope-whole", AliasScope.WHOLE);
    scope(file, "scope-start", AliasScope.START);
    scope(file, "scope-self", AliasScope.SELF);
  }

  /** English. */
  public static Lexicon english() {
    return ENGLISH;
  }

  /** Nothing: for languages without a list. */
  public static Lexicon none() {
    return NONE;
  }

  /** What is known of a language, by its tag such as {@code en} or {@code en-GB}. */
  public static Lexicon of(String languageTag) {
    String language = Locale.forLanguageTag(languageTag).getLanguage();
    return language.equals("en")
        ? ENGLISH
        : LexiconFile.shipped(language).map(Lexicon::new).orElse(NONE);
  }

  /** Its folded words, in the order of their numbers. */
  Set<String> words() {
    return words;
  }

  /** Its phrases by word numbers, which every vocabulary that begins with its words shares. */
  PhraseTrie phrases() {
    return phrases;
  }

  /** Whether a word stands in a list. */
  boolean has(WordList list, int word) {
    BitSet members = lists.get(list);
    return word >= 0 && members != null && members.get(word);
  }

  /** The value of a word in a list, or NaN. */
  double value(NumberList list, int word) {
    double[] values = numbers.get(list);
    return values == null || word < 0 || word >= values.length ? Double.NaN : values[word];
  }

  /** The value of a word that is no word of its own, such as the letters behind digits, or NaN. */
  double value(NumberList list, String folded) {
    return value(list, vocabulary.idOf(folded));
  }

  /** The scope that a text has by its nature when its author states none. */
  AliasScope scopeOf(List<String> folded, AliasScope stated) {
    return stated == AliasScope.ANYWHERE
        ? ownScopes.getOrDefault(String.join(" ", folded), stated)
        : stated;
  }

  /** The folded words of a text. */
  static List<String> split(String text) {
    return WordScanner.scan(text).words().stream().map(Vocabulary::fold).toList();
  }

  private PhraseTrie phrases(LexiconFile file) {
    PhraseTrie.Builder builder = new PhraseTrie.Builder();
    for (Phrase.Kind kind : Phrase.Kind.values()) {
      String section = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      for (String entry : file.entries(section)) {
        builder.add(split(entry).stream().map(vocabulary::idOf).toList(), Phrase.of(kind));
      }
    }
    return builder.build();
  }

  private BitSet wordSet(List<String> entries) {
    BitSet set = new BitSet(words.size());
    entries.forEach(entry -> split(entry).forEach(word -> set.set(vocabulary.idOf(word))));
    return set;
  }

  private double[] values(List<String> entries) {
    double[] values = new double[words.size()];
    Arrays.fill(values, Double.NaN);
    for (String entry : entries) {
      List<String> parts = new ArrayList<>(List.of(entry.split(" ", 2)));
      values[vocabulary.idOf(Vocabulary.fold(parts.getFirst()))] = Double.parseDouble(parts.get(1));
    }
    return values;
  }

  private void scope(LexiconFile file, String section, AliasScope scope) {
    file.entries(section).forEach(entry -> ownScopes.put(String.join(" ", split(entry)), scope));
  }
}
