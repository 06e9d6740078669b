package dev.voxpop.simulator.trait;

import dev.voxpop.simulator.lexicon.DataFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition on a person's facts as data files write it: terms between semicolons that must all
 * hold, each {@code name=WORD,WORD}, {@code name<number} or {@code name>number}; {@code *} always
 * holds.
 */
public final class Condition {
  private final List<Term> terms;

  private Condition(List<Term> terms) {
    this.terms = terms;
  }

  /** Reads a condition. */
  public static Condition parse(String text) {
    List<Term> terms = new ArrayList<>();
    if (!text.equals("*")) {
      for (String term : DataFile.list(text)) {
        terms.add(Term.parse(term));
      }
    }
    return new Condition(List.copyOf(terms));
  }

  /** Whether it holds. */
  public boolean holds(Facts facts) {
    for (Term term : terms) {
      if (!term.holds(facts)) {
        return false;
      }
    }
    return true;
  }

  private record Term(String name, char operator, double bound, List<String> words) {
    static Term parse(String text) {
      for (char operator : new char[] {'<', '>', '='}) {
        int at = text.indexOf(operator);
        if (at > 0) {
          String right = text.substring(at + 1);
          boolean word = operator == '=';
          return new Term(
              text.substring(0, at),
              operator,
              word ? 0 : Double.parseDouble(right),
              word ? List.of(right.split(",", -1)) : List.of());
        }
      }
      throw new IllegalStateException(
          "No condition: " + text + ".\nMaybe the operator < > = is missing.");
    }

    boolean holds(Facts facts) {
      return switch (operator) {
        case '<' -> facts.number(name) < bound;
        case '>' -> facts.number(name) > bound;
        default -> words.contains(facts.word(name));
      };
    }
  }
}
