package dev.voxpop.survey.answer;

import dev.voxpop.contracts.experiment.Symbol;
import java.util.ArrayList;
import java.util.List;

/** The working state of one reading: the words of an answer, and what is known of each of them. */
final class Reading {
  /** Stands inside an accepted option text or a refusal or don't-know phrase. */
  static final int MASKED = 1;

  /** Stands in an idiom or comparison, so that its negator denies nothing. */
  static final int QUIET = 1 << 1;

  /** Belongs to a cue such as "my answer is". */
  static final int CUE = 1 << 2;

  /** Follows a cue. */
  static final int AFTER_CUE = 1 << 3;

  /** Looks like a symbol where one can stand. */
  static final int SYMBOLISH = 1 << 4;

  /** Counts as a symbol. */
  static final int SYMBOL = 1 << 5;

  /** Is denied by what stands before it in its clause. */
  static final int DENIED = 1 << 6;

  /** Ends a phrase that denies what follows. */
  static final int DENIAL = 1 << 7;

  /** Ends a phrase that says something of oneself. */
  static final int SELF = 1 << 8;

  /** Ends "I am". */
  static final int I_AM = 1 << 9;

  /** Belongs to a comparison with a number. */
  static final int COMPARING = 1 << 10;

  /** Stands inside an accepted option text. */
  static final int TEXT = 1 << 11;

  private static final int COMPARISON_SHIFT = 16;

  private final AnswerText text;
  private final AnswerScale scale;
  private final Symbol symbol;
  private final int[] flags;
  private final Findings findings;
  private final List<Match> candidates = new ArrayList<>(4);
  private final List<Match> matches = new ArrayList<>(4);

  Reading(AnswerText text, AnswerScale scale, Symbol symbol) {
    this.text = text;
    this.scale = scale;
    this.symbol = symbol;
    this.flags = new int[text.count() + 1];
    this.findings = new Findings(scale.size());
  }

  AnswerText text() {
    return text;
  }

  AnswerScale scale() {
    return scale;
  }

  /** What the displayed symbols are. */
  Symbol symbol() {
    return symbol;
  }

  Findings findings() {
    return findings;
  }

  /** Phrases that could count, in the order of their first words. */
  List<Match> candidates() {
    return candidates;
  }

  /** Option texts and refusal and don't-know phrases that count. */
  List<Match> matches() {
    return matches;
  }

  /** Whether a word has a flag; the place behind the last word has flags, too. */
  boolean is(int word, int flag) {
    return (flags[word] & flag) != 0;
  }

  void mark(int word, int flag) {
    flags[word] |= flag;
  }

  void mark(Match match, int flag) {
    for (int word = match.from(); word < match.to(); word++) {
      flags[word] |= flag;
    }
  }

  /** Whether any word of a match has a flag. */
  boolean touches(Match match, int flag) {
    for (int word = match.from(); word < match.to(); word++) {
      if (is(word, flag)) {
        return true;
      }
    }
    return false;
  }

  /** Notes that a comparison ends with a word; the longest one is noted first and stays. */
  void compare(Match match) {
    mark(match, COMPARING | QUIET);
    int last = match.to() - 1;
    if (flags[last] < 1 << COMPARISON_SHIFT) {
      flags[last] |= comparison(match.phrase().kind());
    }
  }

  /** Whether a comparison of a kind ends with a word. */
  boolean compares(int word, Phrase.Kind kind) {
    return (flags[word] & comparison(kind)) != 0;
  }

  /** Whether a word stands in a list of the language. */
  boolean in(WordList list, int word) {
    return word >= 0 && word < text.count() && scale.lexicon().has(list, text.id(word));
  }

  /** A value of a word in the language, or NaN. */
  double value(NumberList list, int word) {
    return word >= 0 && word < text.count()
        ? scale.lexicon().value(list, text.id(word))
        : Double.NaN;
  }

  /** Notes evidence on the words from the first to before the last, denied or not. */
  void find(Evidence.Kind kind, int option, int from, int to) {
    findings.add(new Evidence(kind, option, text.rawStart(from), text.rawEnd(to - 1)));
  }

  /** Notes that something on these words is denied. */
  void deny(int from, int to) {
    find(Evidence.Kind.NEGATED, Evidence.NO_OPTION, from, to);
  }

  private static int comparison(Phrase.Kind kind) {
    return switch (kind) {
      case BELOW -> 1 << COMPARISON_SHIFT;
      case ABOVE -> 1 << (COMPARISON_SHIFT + 1);
      case ALMOST -> 1 << (COMPARISON_SHIFT + 2);
      case AT_LEAST -> 1 << (COMPARISON_SHIFT + 3);
      case AT_MOST -> 1 << (COMPARISON_SHIFT + 4);
      case OPTION, REFUSAL, DONT_KNOW, IDIOM, DENIAL, CUE, SELF, I_AM -> 0;
    };
  }
}
