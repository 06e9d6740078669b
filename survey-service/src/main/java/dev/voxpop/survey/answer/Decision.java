package dev.voxpop.survey.answer;

import dev.voxpop.instrument.item.OptionRole;
import dev.voxpop.survey.answer.Evidence.Kind;
import dev.voxpop.survey.answer.ParsedAnswer.Choice;
import dev.voxpop.survey.answer.ParsedAnswer.Refusal;
import dev.voxpop.survey.answer.ParsedAnswer.Shown;
import dev.voxpop.survey.answer.ParsedAnswer.Unreadable;
import dev.voxpop.survey.answer.ParsedAnswer.Unreadable.Why;
import java.util.Optional;

/**
 * The verdict on an answer from what was found in it; the first case that fits decides.
 *
 * <p>An unknown symbol; two options in conflict; several options; one option; none, and then a
 * number outside the scale, a refusal, a "don't know", a denied option, words, nothing.
 */
final class Decision {
  private final Reading reading;
  private final Findings findings;
  private final Display display;

  private Decision(Reading reading, Display display) {
    this.reading = reading;
    this.findings = reading.findings();
    this.display = display;
  }

  /** The verdict on a reading that is not cut short. */
  static ParsedAnswer of(Reading reading, Display display) {
    return new Decision(reading, display).decide();
  }

  /** An option as the display shows it. */
  static Shown shown(int option, Display display) {
    return new Shown(option, display.format().symbolAt(display.order().positionOf(option)));
  }

  private ParsedAnswer decide() {
    int options = findings.optionCount();
    if (findings.has(Kind.UNKNOWN_SYMBOL)) {
      return unreadable(Why.UNKNOWN_SYMBOL);
    }
    if (findings.isConflict()) {
      return unreadable(Why.CONFLICT);
    }
    if (options > 1 || (options == 1 && findings.has(Kind.OUT_OF_RANGE))) {
      return unreadable(Why.AMBIGUOUS);
    }
    return options == 1 ? one(findings.firstOption()) : none();
  }

  private ParsedAnswer one(int option) {
    Shown shown = shown(option, display);
    if (reading.scale().role(option) == OptionRole.REFUSAL) {
      return new Refusal(Refusal.How.OPTION, Optional.of(shown), findings.evidence());
    }
    return findings.has(Kind.REFUSAL_PHRASE)
        ? unreadable(Why.CONFLICT)
        : new Choice(shown, findings.evidence());
  }

  private ParsedAnswer none() {
    if (findings.has(Kind.OUT_OF_RANGE)) {
      return unreadable(Why.OUT_OF_RANGE);
    }
    if (findings.has(Kind.REFUSAL_PHRASE)) {
      return refused(Refusal.How.PHRASE);
    }
    if (findings.has(Kind.DONT_KNOW_PHRASE)) {
      return refused(Refusal.How.DONT_KNOW);
    }
    if (findings.has(Kind.NEGATED)) {
      return unreadable(Why.NEGATED);
    }
    return unreadable(reading.text().isBlank() ? Why.EMPTY : Why.NO_MATCH);
  }

  private ParsedAnswer refused(Refusal.How how) {
    return new Refusal(how, Optional.empty(), findings.evidence());
  }

  private ParsedAnswer unreadable(Why why) {
    return new Unreadable(why, findings.evidence());
  }
}
