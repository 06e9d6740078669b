package dev.voxpop.survey.answer;

import dev.voxpop.instrument.item.AliasScope;

/** The places at which the text of an option counts, by its scope. */
final class Scopes {
  private static final int MOST_BETWEEN = 3;
  private static final String JOINING = " /,&-\"'()";
  private static final String SENTENCE_END = ".!?;";

  private final Reading reading;
  private final AnswerText text;
  // words that are neither symbol nor cue
  private int others;
  // first word behind leading symbols
  private final int lead;

  private Scopes(Reading reading) {
    this.reading = reading;
    this.text = reading.text();
    int leading = 0;
    for (int word = 0; word < text.count(); word++) {
      others += isOther(word) ? 1 : 0;
      if (leading == word && reading.is(word, Reading.SYMBOLISH)) {
        leading++;
      }
    }
    this.lead = leading;
  }

  /** The scopes of a reading whose symbols and cues are marked. */
  static Scopes of(Reading reading) {
    return new Scopes(reading);
  }

  /** Whether a match counts where it stands, whatever else matches. */
  boolean allows(Match match) {
    return switch (match.phrase().scope()) {
      case ANYWHERE -> true;
      case WHOLE -> isWhole(match);
      case START -> isStart(match);
      case SELF -> isWhole(match) || isFirst(match) || isSaidOfSelf(match);
      case KIN -> isWhole(match) || isSaidOfSelf(match);
      case FALLBACK -> false;
    };
  }

  /** Whether a match of the given scope may still count by being joined to another one. */
  static boolean canBeJoined(AliasScope scope) {
    return scope == AliasScope.SELF || scope == AliasScope.KIN;
  }

  /** Whether a match stands beside an accepted option text, or is listed with one. */
  boolean isJoined(Match match) {
    return isAccepted(before(match.from())) || isAccepted(after(match.to()));
  }

  /** Whether a word is the first one, but for symbols. */
  boolean isFirst(int word) {
    return word <= lead;
  }

  private boolean isOther(int word) {
    return !reading.is(word, Reading.SYMBOLISH | Reading.CUE);
  }

  private boolean isWhole(Match match) {
    int inside = 0;
    for (int word = match.from(); word < match.to(); word++) {
      inside += isOther(word) ? 1 : 0;
    }
    return others == inside;
  }

  private boolean isFirst(Match match) {
    return isFirst(match.from())
        || (match.from() == lead + 1 && reading.in(WordList.ARTICLE, lead));
  }

  private boolean isStart(Match match) {
    boolean begins = isFirst(match.from()) || reading.is(match.from(), Reading.AFTER_CUE);
    int end = match.to();
    return begins
        && (end == text.count() || text.gapHasMark(end) || reading.in(WordList.PRONOUN, end));
  }

  private boolean isSaidOfSelf(Match match) {
    int between = 0;
    int articles = 0;
    for (int word = match.from() - 1; word >= 0 && !endsSentence(word + 1); word--) {
      if (reading.is(word, Reading.SELF) || isMyIs(word)) {
        return true;
      }
      if (reading.in(WordList.ARTICLE, word)) {
        articles++;
      } else if (!text.isHyphen(word + 1)) {
        between++;
      }
      if (articles > 1 || between > MOST_BETWEEN || bindsToOther(word)) {
        return false;
      }
    }
    return false;
  }

  private boolean bindsToOther(int word) {
    return reading.in(WordList.PREPOSITION, word) || reading.in(WordList.POSSESSIVE, word);
  }

  // "my race is", "my religion has been", but not "my wife is"
  private boolean isMyIs(int word) {
    if (!reading.in(WordList.COPULA, word)) {
      return false;
    }
    for (int i = word - 1; i >= Math.max(0, word - 1 - MOST_BETWEEN); i--) {
      if (endsSentence(i + 1) || reading.in(WordList.PERSON, i)) {
        return false;
      }
      if (reading.in(WordList.MINE, i)) {
        return i < word - 1;
      }
    }
    return false;
  }

  private boolean endsSentence(int gap) {
    for (int i = 0; i < text.gapSize(gap); i++) {
      if (SENTENCE_END.indexOf(text.gapAt(gap, i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private int before(int from) {
    int word = from - 1;
    while (word >= 0 && text.gapOnly(word + 1, JOINING)) {
      if (!isLink(word)) {
        return word;
      }
      word--;
    }
    return -1;
  }

  private int after(int to) {
    int word = to;
    while (word < text.count() && text.gapOnly(word, JOINING)) {
      if (!isLink(word)) {
        return word;
      }
      word++;
    }
    return -1;
  }

  private boolean isLink(int word) {
    return !reading.is(word, Reading.MASKED)
        && (reading.in(WordList.ARTICLE, word)
            || reading.in(WordList.JOINER, word)
            || reading.in(WordList.LINK, word));
  }

  private boolean isAccepted(int word) {
    return word >= 0 && reading.is(word, Reading.TEXT);
  }
}
