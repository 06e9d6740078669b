package dev.voxpop.survey.answer;

import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.languagemodel.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The reading of an answer from the log-probabilities of its first token.
 *
 * <p>Every returned token is stripped of a leading space or space mark, an opening bracket and a
 * closing bracket, dot or colon; if what is left is a displayed symbol, exp(log-probability) is
 * added to its option. Mass outside the returned tokens, or on other tokens, belongs to no option.
 *
 * <p>Where the answer begins with a token that is nothing but a space or an opening bracket, as
 * common tokenisers cut "(B)", the symbols of the place behind it count too, each with the
 * probability of the way there: P(bracket) · P(symbol | bracket). Ways that the answer did not take
 * belong to no option. A symbol of two digits is found only where the tokeniser keeps it whole.
 *
 * <p>Providers round: masses that add up to more than 1 are divided by their sum. Deterministic;
 * one pass over the returned tokens of one or two places.
 */
public final class FirstToken {
  private static final String SPACES = " \u2581\u0120";
  private static final String OPENING = "([";
  private static final String CLOSING = ")].:";

  private final PromptFormat format;
  private final DisplayOrder order;
  private final List<Double> masses;

  private FirstToken(PromptFormat format, DisplayOrder order) {
    this.format = format;
    this.order = order;
    this.masses = new ArrayList<>(Collections.nCopies(order.size(), 0.0));
  }

  /** Probability mass per original index; empty where the reply has no log-probabilities. */
  public static List<Double> masses(Reply.Choice choice, PromptFormat format, DisplayOrder order) {
    return choice.tokens().isEmpty()
        ? List.of()
        : new FirstToken(format, order).masses(choice.tokens());
  }

  private List<Double> masses(List<Reply.Token> places) {
    double way = 1;
    for (Reply.Token place : places) {
      add(place.alternatives(), way);
      if (!opens(place.text())) {
        break;
      }
      way *= Math.exp(place.logprob());
    }
    double sum = masses.stream().mapToDouble(Double::doubleValue).sum();
    return sum > 1 ? masses.stream().map(mass -> mass / sum).toList() : List.copyOf(masses);
  }

  private void add(List<Reply.Alternative> tokens, double way) {
    for (Reply.Alternative token : tokens) {
      int position = position(bare(token.text()));
      if (position >= 0) {
        int option = order.originalAt(position);
        masses.set(option, masses.get(option) + way * Math.exp(token.logprob()));
      }
    }
  }

  /** Whether a token is only the beginning of a marked symbol. */
  private static boolean opens(String token) {
    return !token.isEmpty() && begun(token).isEmpty();
  }

  static String bare(String token) {
    String text = begun(token);
    return !text.isEmpty() && CLOSING.indexOf(text.charAt(text.length() - 1)) >= 0
        ? text.substring(0, text.length() - 1)
        : text;
  }

  /** A token without the spaces and the opening bracket before it. */
  private static String begun(String token) {
    String text = token;
    while (!text.isEmpty() && SPACES.indexOf(text.charAt(0)) >= 0) {
      text = text.substring(1);
    }
    return !text.isEmpty() && OPENING.indexOf(text.charAt(0)) >= 0 ? text.substring(1) : text;
  }

  private int position(String symbol) {
    for (int position = 0; position < order.size(); position++) {
      if (format.symbolAt(position).equals(symbol)) {
        return position;
      }
    }
    return -1;
  }
}
