package dev.voxpop.survey.answer;

import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.instrument.item.Item;
import dev.voxpop.instrument.item.Permutations;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.survey.answer.Evidence.Kind;
import dev.voxpop.survey.answer.ParsedAnswer.Amount;
import dev.voxpop.survey.answer.ParsedAnswer.Refusal;
import dev.voxpop.survey.answer.ParsedAnswer.Text;
import dev.voxpop.survey.answer.ParsedAnswer.Unreadable;
import dev.voxpop.survey.answer.ParsedAnswer.Unreadable.Why;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The reading of answers to questions without options: free words, or one number. */
public final class OpenAnswers {
  private final List<String> stops;
  private final AnswerScale nothing;

  private OpenAnswers(List<String> stops, Lexicon lexicon) {
    this.stops = List.copyOf(stops);
    this.nothing = AnswerScale.of(Item.of("open", "", List.of(), Permutations.none()), lexicon);
  }

  /** Reading in a language, up to the first of the stop strings. */
  public static OpenAnswers of(List<String> stops, Lexicon lexicon) {
    return new OpenAnswers(stops, lexicon);
  }

  /** The words of an answer as they came, without the space around them. */
  public ParsedAnswer text(RawAnswer answer) {
    Extent extent = Extent.of(answer.text(), stops);
    String words = answer.text().substring(extent.from(), extent.to()).strip();
    if (isCut(answer, extent)) {
      return new Unreadable(Why.TRUNCATED, List.of());
    }
    return words.isEmpty() ? new Unreadable(Why.EMPTY, List.of()) : new Text(words);
  }

  /** The one number of an answer; the same number said twice counts once. */
  public ParsedAnswer amount(RawAnswer answer) {
    Extent extent = Extent.of(answer.text(), stops);
    Reading reading = read(answer, extent);
    Set<BigDecimal> values = new TreeSet<>();
    NumeralReader numerals = new NumeralReader(reading);
    int word = 0;
    while (word < reading.text().count()) {
      Numeral numeral = reading.is(word, Reading.MASKED) ? null : numerals.at(word);
      word = numeral == null ? word + 1 : note(reading, numeral, values);
    }
    return isCut(answer, extent)
        ? new Unreadable(Why.TRUNCATED, reading.findings().evidence())
        : decide(reading, values);
  }

  private Reading read(RawAnswer answer, Extent extent) {
    Characters characters = Characters.of(answer.text(), extent.from(), extent.to());
    AnswerText text = WordScanner.scan(characters, nothing.vocabulary());
    Reading reading = new Reading(text, nothing, Symbol.UPPER);
    PhraseScan.run(reading);
    OptionMatcher.run(reading, new SymbolShapes(reading), Scopes.of(reading));
    Negation.run(reading);
    for (Match match : reading.matches()) {
      boolean refusal = match.phrase().kind() == Phrase.Kind.REFUSAL;
      Kind kind = refusal ? Kind.REFUSAL_PHRASE : Kind.DONT_KNOW_PHRASE;
      reading.find(kind, Evidence.NO_OPTION, match.from(), match.to());
    }
    return reading;
  }

  private static int note(Reading reading, Numeral numeral, Set<BigDecimal> values) {
    if (reading.is(numeral.from(), Reading.DENIED)) {
      reading.deny(numeral.from(), numeral.to());
    } else {
      BigDecimal value = BigDecimal.valueOf(numeral.value());
      values.add(isNegative(reading.text(), numeral.from()) ? value.negate() : value);
      reading.find(Kind.QUANTITY, Evidence.NO_OPTION, numeral.from(), numeral.to());
    }
    return numeral.to();
  }

  private static boolean isNegative(AnswerText text, int word) {
    int size = text.gapSize(word);
    return text.gapLast(word) == '-' && (size == 1 ? word == 0 : text.gapAt(word, size - 2) == ' ');
  }

  private static ParsedAnswer decide(Reading reading, Set<BigDecimal> values) {
    List<Evidence> evidence = reading.findings().evidence();
    boolean refused = reading.findings().has(Kind.REFUSAL_PHRASE);
    if (values.size() == 1 && !refused) {
      BigDecimal value = values.iterator().next().stripTrailingZeros();
      return new Amount(value, evidence);
    }
    if (!values.isEmpty()) {
      return new Unreadable(values.size() > 1 ? Why.AMBIGUOUS : Why.CONFLICT, evidence);
    }
    Refusal.@Nullable How how =
        refused
            ? Refusal.How.PHRASE
            : reading.findings().has(Kind.DONT_KNOW_PHRASE) ? Refusal.How.DONT_KNOW : null;
    if (how != null) {
      return new Refusal(how, Optional.empty(), evidence);
    }
    Why why = reading.text().isBlank() ? Why.EMPTY : Why.NO_MATCH;
    return new Unreadable(reading.findings().has(Kind.NEGATED) ? Why.NEGATED : why, evidence);
  }

  private static boolean isCut(RawAnswer answer, Extent extent) {
    return answer.finish() == Reply.Finish.LENGTH && extent.stop() == Extent.Stop.MISSING;
  }
}
