package dev.voxpop.survey.answer;

import dev.voxpop.languagemodel.Reply;
import dev.voxpop.survey.answer.Evidence.Kind;
import dev.voxpop.survey.answer.ParsedAnswer.Unreadable;
import dev.voxpop.survey.answer.ParsedAnswer.Unreadable.Why;

/**
 * A pure function from an answer's raw text to one option, a refusal, or the reason why not.
 *
 * <p>It normalises the text, finds option texts (longest first), marks what is denied, reads the
 * displayed symbols and, on numeric scales, quantities, and decides by one table. Nothing is
 * guessed: evidence for two options is never resolved in favour of one. The result depends on the
 * arguments alone; time grows linearly with the length of ordinary texts.
 */
public final class AnswerParser {
  /** Version of rules and phrase lists, stored with every answer. */
  public static final String PARSER_VERSION = "1";

  private AnswerParser() {}

  /** What the answer says on the scale, as it was displayed. */
  public static ParsedAnswer parse(RawAnswer answer, AnswerScale scale, Display display) {
    requireFits(scale, display);
    Extent extent = Extent.of(answer.text(), display.stops());
    ParsedAnswer lone = LoneSymbol.read(answer.text(), extent, scale, display);
    return lone != null ? lone : parseAtLength(answer, extent, scale, display);
  }

  /** The long way, which every answer could take. */
  static ParsedAnswer parseAtLength(
      RawAnswer answer, Extent extent, AnswerScale scale, Display display) {
    Characters characters = Characters.of(answer.text(), extent.from(), extent.to());
    AnswerText text = WordScanner.scan(characters, scale.vocabulary());
    Reading reading = new Reading(text, scale, display.format().symbol());
    read(reading, display);
    boolean cut = answer.finish() == Reply.Finish.LENGTH && extent.stop() == Extent.Stop.MISSING;
    return cut && !startsClearly(reading)
        ? new Unreadable(Why.TRUNCATED, reading.findings().evidence())
        : Decision.of(reading, display);
  }

  private static void read(Reading reading, Display display) {
    PhraseScan.run(reading);
    SymbolShapes shapes = new SymbolShapes(reading);
    shapes.mark();
    Scopes scopes = Scopes.of(reading);
    OptionMatcher.run(reading, shapes, scopes);
    Negation.run(reading);
    SymbolReader.run(reading, shapes, display.order());
    reading.matches().forEach(match -> note(reading, match));
    reading.scale().quantity().ifPresent(quantity -> QuantityReader.run(reading, scopes, quantity));
    if (reading.findings().optionCount() == 0) {
      OptionMatcher.fallbacks(reading).forEach(match -> note(reading, match));
    }
  }

  private static void note(Reading reading, Match match) {
    int option = match.phrase().option();
    switch (match.phrase().kind()) {
      case REFUSAL -> reading.find(Kind.REFUSAL_PHRASE, option, match.from(), match.to());
      case DONT_KNOW -> reading.find(Kind.DONT_KNOW_PHRASE, option, match.from(), match.to());
      default -> {
        if (reading.is(match.from(), Reading.DENIED)) {
          reading.deny(match.from(), match.to());
        } else {
          reading.find(Kind.TEXT, option, match.from(), match.to());
        }
      }
    }
  }

  // by a symbol, or by a whole option text that a mark ends
  private static boolean startsClearly(Reading reading) {
    if (reading.text().count() == 0) {
      return false;
    }
    return reading.is(0, Reading.SYMBOL)
        || reading.matches().stream()
            .anyMatch(
                match ->
                    match.from() == 0
                        && match.phrase().kind() == Phrase.Kind.OPTION
                        && reading.text().gapHasMark(match.to()));
  }

  private static void requireFits(AnswerScale scale, Display display) {
    if (display.order().size() != scale.size()) {
      throw new IllegalArgumentException(
          "%s shows %d options and the order has %d.\nMaybe extend the order to all shown options."
              .formatted(scale.item().id(), scale.size(), display.order().size()));
    }
  }
}
