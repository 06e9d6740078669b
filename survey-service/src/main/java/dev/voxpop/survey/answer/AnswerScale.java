package dev.voxpop.survey.answer;

import dev.voxpop.instrument.item.Alias;
import dev.voxpop.instrument.item.AliasScope;
import dev.voxpop.instrument.item.Band;
import dev.voxpop.instrument.item.Item;
import dev.voxpop.instrument.item.ItemOption;
import dev.voxpop.instrument.item.LetterCase;
import dev.voxpop.instrument.item.OptionRole;
import dev.voxpop.instrument.item.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The options of one question, prepared for reading: built once per question and shared by all
 * threads.
 */
public final class AnswerScale {
  private final Item item;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final PhraseTrie texts;

  private AnswerScale(Item item, Lexicon lexicon) {
    this.item = item;
    this.lexicon = lexicon;
    Set<String> words = new LinkedHashSet<>(lexicon.words());
    for (ItemOption option : item.options()) {
      spellings(option).forEach(spelling -> words.addAll(Lexicon.split(spelling)));
    }
    this.vocabulary = Vocabulary.of(words);
    this.texts = collect();
  }

  /** The scale of an item in English. */
  public static AnswerScale of(Item item) {
    return new AnswerScale(item, Lexicon.english());
  }

  /** The scale of an item in the language that the lexicon knows. */
  public static AnswerScale of(Item item, Lexicon lexicon) {
    return new AnswerScale(item, lexicon);
  }

  /** What is asked. */
  public Item item() {
    return item;
  }

  /** Number of options shown. */
  public int size() {
    return item.size();
  }

  /** What choosing an option means. */
  public OptionRole role(int option) {
    return item.option(option).role();
  }

  /** What numbers count, on numeric scales. */
  public Optional<Quantity> quantity() {
    return item.quantity();
  }

  /** The text of an option, once its wording is filled, and its aliases. */
  static List<String> spellings(ItemOption option) {
    List<String> spellings = new ArrayList<>();
    if (!option.text().isBlank()) {
      spellings.add(option.text());
    }
    option.aliases().forEach(alias -> spellings.add(alias.text()));
    return spellings;
  }

  boolean isNumeric() {
    return item.quantity().isPresent();
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /** All words that matter; those of the lexicon keep their numbers. */
  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Option texts and aliases. */
  PhraseTrie texts() {
    return texts;
  }

  /** Whether [low, high) touches the numbers of an option. */
  boolean touches(int option, Interval interval) {
    Optional<Band> band = item.option(option).band();
    return band.isPresent() && interval.touches(band.get());
  }

  private PhraseTrie collect() {
    PhraseTrie.Builder builder = new PhraseTrie.Builder();
    for (int option = 0; option < item.size(); option++) {
      ItemOption shown = item.option(option);
      if (!shown.text().isBlank()) {
        add(builder, option, Alias.anywhere(shown.text()));
      }
      for (Alias alias : shown.aliases()) {
        add(builder, option, alias);
      }
    }
    return builder.build();
  }

  private void add(PhraseTrie.Builder builder, int option, Alias alias) {
    List<String> words = WordScanner.scan(alias.text()).words();
    List<String> folded = words.stream().map(Vocabulary::fold).toList();
    AliasScope scope = lexicon.scopeOf(folded, alias.scope());
    if (isNumeric() && folded.stream().anyMatch(AnswerScale::hasDigit)) {
      if (words.size() == 1) {
        // a lone number is read as a quantity, which sees its unit and what stands before it
        return;
      }
      scope = AliasScope.START;
    }
    List<String> exact = alias.letterCase() == LetterCase.EXACT ? words : List.of();
    List<Integer> ids = folded.stream().map(vocabulary::idOf).toList();
    builder.add(ids, new Phrase(Phrase.Kind.OPTION, option, scope, exact));
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(c -> CharClass.isDigit((char) c));
  }
}
