package dev.voxpop.survey.demographics;

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
 */
final class FirstToken {
  private static final String SPACES = " \u2581\u0120";
  private static final String OPENING = "([";
  private static final String CLOSING = ")].:";

  private FirstToken() {}

  /** Probability per original index; their sum is at most 1 up to rounding. */
  static List<Double> masses(Reply.Choice choice, PromptFormat format, DisplayOrder order) {
    List<Double> masses = new ArrayList<>(Collections.nCopies(order.size(), 0.0));
    if (!choice.tokens().isEmpty()) {
      for (Reply.Alternative token : choice.tokens().getFirst().alternatives()) {
        int position = position(bare(token.text()), format, order.size());
        if (position >= 0) {
          int option = order.originalAt(position);
          masses.set(option, masses.get(option) + Math.exp(token.logprob()));
        }
      }
    }
    return masses;
  }

  static String bare(String token) {
    String text = token;
    while (!text.isEmpty() && SPACES.indexOf(text.charAt(0)) >= 0) {
      text = text.substring(1);
    }
    if (!text.isEmpty() && OPENING.indexOf(text.charAt(0)) >= 0) {
      text = text.substring(1);
    }
    if (!text.isEmpty() && CLOSING.indexOf(text.charAt(text.length() - 1)) >= 0) {
      text = text.substring(0, text.length() - 1);
    }
    return text;
  }

  private static int position(String symbol, PromptFormat format, int options) {
    for (int position = 0; position < options; position++) {
      if (format.symbolAt(position).equals(symbol)) {
        return position;
      }
    }
    return -1;
  }
}
