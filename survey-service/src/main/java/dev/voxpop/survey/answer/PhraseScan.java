package dev.voxpop.survey.answer;

import java.util.List;

/**
 * The search for all phrases of language and scale in an answer.
 *
 * <p>Option texts, refusals and don't-know phrases become candidates; all others leave flags on
 * words. A phrase never begins or ends inside a hyphenated compound. Time grows with the number of
 * words times the length of the longest phrase.
 */
final class PhraseScan {
  private static final String CUE_GAP = " :\"'([";

  private final Reading reading;
  private final AnswerText text;

  private PhraseScan(Reading reading) {
    this.reading = reading;
    this.text = reading.text();
  }

  /** Scans all words. */
  static void run(Reading reading) {
    PhraseScan scan = new PhraseScan(reading);
    for (int word = 0; word < scan.text.count(); word++) {
      if (!scan.insideCompound(word)) {
        scan.walk(reading.scale().texts(), word);
        scan.walk(reading.scale().lexicon().phrases(), word);
      }
    }
  }

  private void walk(PhraseTrie trie, int from) {
    int node = PhraseTrie.ROOT;
    int letters = 0;
    for (int to = from; to < text.count(); to++) {
      node = trie.next(node, text.id(to));
      if (node == PhraseTrie.NOWHERE) {
        return;
      }
      letters += text.size(to);
      List<Phrase> ending = trie.at(node);
      if (!ending.isEmpty() && !insideCompound(to + 1)) {
        // by index: an iterator a word would be most of what a reading allocates
        for (int i = 0; i < ending.size(); i++) {
          note(new Match(from, to + 1, ending.get(i), letters));
        }
      }
    }
  }

  // "non-" stands before its word like a word of its own
  private boolean insideCompound(int gap) {
    return text.isHyphen(gap) && !reading.in(WordList.NEXT_NEGATOR, gap - 1);
  }

  private void note(Match match) {
    switch (match.phrase().kind()) {
      case OPTION -> {
        if (isExact(match)) {
          reading.candidates().add(match);
        }
      }
      case REFUSAL, DONT_KNOW -> reading.candidates().add(match);
      case IDIOM -> reading.mark(match, Reading.QUIET);
      case DENIAL -> reading.mark(match.to() - 1, Reading.DENIAL);
      case CUE -> cue(match);
      case SELF -> reading.mark(match.to() - 1, Reading.SELF);
      case I_AM -> reading.mark(match.to() - 1, Reading.SELF | Reading.I_AM);
      case BELOW, ABOVE, ALMOST, AT_LEAST, AT_MOST -> reading.compare(match);
    }
  }

  private boolean isExact(Match match) {
    List<String> exact = match.phrase().exact();
    for (int i = 0; i < exact.size(); i++) {
      if (!isWord(match.from() + i, exact.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isWord(int word, String exact) {
    // same folded word, so the lengths are equal
    for (int i = 0; i < exact.length(); i++) {
      if (text.charAt(word, i) != exact.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void cue(Match match) {
    int from = match.from();
    while (reading.in(WordList.CUE_BEFORE, from - 1)) {
      from--;
    }
    int to = match.to();
    while (reading.in(WordList.CUE_AFTER, to)) {
      to++;
    }
    for (int word = from; word < to; word++) {
      reading.mark(word, Reading.CUE);
    }
    if (text.gapOnly(to, CUE_GAP)) {
      reading.mark(to, Reading.AFTER_CUE);
    }
  }
}
