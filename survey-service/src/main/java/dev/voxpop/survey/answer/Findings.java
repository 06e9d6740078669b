package dev.voxpop.survey.answer;

import dev.voxpop.survey.answer.Evidence.Kind;
import java.util.ArrayList;
import java.util.List;

/** What one reading of an answer has found so far. */
final class Findings {
  private static final byte BY_SYMBOL = 1;
  private static final byte BY_WORDS = 2;

  private final byte[] options;
  private final List<Evidence> evidence = new ArrayList<>(4);

  Findings(int options) {
    this.options = new byte[options];
  }

  /** Notes evidence; the same kind may be noted several times. */
  void add(Evidence found) {
    evidence.add(found);
    if (found.option() != Evidence.NO_OPTION) {
      options[found.option()] |= found.kind() == Kind.SYMBOL ? BY_SYMBOL : BY_WORDS;
    }
  }

  /** Whether evidence of a kind was found. */
  boolean has(Kind kind) {
    for (Evidence found : evidence) {
      if (found.kind() == kind) {
        return true;
      }
    }
    return false;
  }

  /** Whether a symbol of the option was found. */
  boolean hasSymbolOf(int option) {
    return (options[option] & BY_SYMBOL) != 0;
  }

  /** Number of distinct options with evidence. */
  int optionCount() {
    int count = 0;
    for (byte ways : options) {
      count += ways == 0 ? 0 : 1;
    }
    return count;
  }

  /** The first option with evidence; only when there is one. */
  int firstOption() {
    int option = 0;
    while (options[option] == 0) {
      option++;
    }
    return option;
  }

  /** Whether there are two options: one by symbol, the other one by words or numbers alone. */
  boolean isConflict() {
    int bySymbol = 0;
    for (byte ways : options) {
      bySymbol += (ways & BY_SYMBOL) == 0 ? 0 : 1;
    }
    return optionCount() == 2 && bySymbol == 1;
  }

  List<Evidence> evidence() {
    return evidence;
  }
}
