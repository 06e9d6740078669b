package dev.voxpop.survey.answer;

import java.util.Locale;

/** A set of words with values; its section has the constant's name in kebab-case. */
enum NumberList {
  /** "Twenty": 20. */
  NUMBERS,
  /** "Thousand": 1000, as a word of its own. */
  MULTIPLIERS,
  /** "k": 1000, joined to digits. */
  SUFFIXES,
  /** "Half". */
  FRACTIONS,
  /** "yo", joined to digits: years old. */
  AGE_SUFFIXES,
  /** "Twenties": 20. */
  DECADES,
  /** First year of "early", "mid", "late". */
  DECADE_STARTS,
  /** Last year of "early", "mid", "late". */
  DECADE_ENDS;

  /** The section's name. */
  String section() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
