package dev.voxpop.survey.answer;

import java.util.Locale;

/**
 * A set of single words in a language's list; its section has the constant's name in kebab-case.
 */
enum WordList {
  NEGATOR,
  NEXT_NEGATOR,
  CLAUSE_WORD,
  CUE_BEFORE,
  CUE_AFTER,
  ARTICLE,
  PRONOUN,
  POSSESSIVE,
  MINE,
  PREPOSITION,
  PERSON,
  COPULA,
  JOINER,
  LINK,
  REASON,
  AFTER_LETTER,
  BETWEEN,
  RANGE,
  APPROXIMATELY,
  BLOCKER,
  EARNINGS,
  YEAR,
  OLD,
  AGE_OF,
  CURRENCY,
  EVERY,
  PERIOD,
  PERIOD_ADVERB,
  OR_MORE,
  OR_LESS,
  OPEN_END,
  SOMETHING,
  THIRD_PERSON,
  NOT_AMOUNT,
  UNIT;

  /** The section's name. */
  String section() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
