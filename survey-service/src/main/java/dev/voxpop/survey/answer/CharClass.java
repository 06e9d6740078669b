package dev.voxpop.survey.answer;

/** The classes of characters that tell words from marks. */
final class CharClass {
  private CharClass() {}

  /** An ASCII digit. */
  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** An ASCII letter. */
  static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** A letter, a digit, or a mark that combines with them. */
  static boolean isWordPart(char c) {
    if (c < 0x80) {
      return isDigit(c) || isLatin(c);
    }
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  /** A character that is a word by itself, as scripts without spaces have them. */
  static boolean standsAlone(char c) {
    return c >= 0x2190
        && (isPictograph(c)
            || Character.isLowSurrogate(c)
            || Character.isIdeographic(c)
            || (c >= 0x3040 && c <= 0x30ff));
  }

  /** A symbol that is neither letter, digit, punctuation, currency nor mathematics. */
  static boolean isPictograph(char c) {
    return c >= 0x80 && Character.getType(c) == Character.OTHER_SYMBOL;
  }
}
