package dev.voxpop.instrument.file;

import dev.voxpop.instrument.wave.Condition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parser of conditions such as {@code A = 1 and not (B in [2, 3] or C = 4)}.
 *
 * <p>{@code not} binds closest, then {@code and}, then {@code or}.
 */
final class ConditionParser {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:([A-Za-z0-9_]+)|(-[0-9]+)|([=(),\\[\\]]))\\s*");
  private static final String END = "the end";

  private final List<String> tokens;
  private int next;

  private ConditionParser(List<String> tokens) {
    this.tokens = tokens;
  }

  /** The condition that a text stands for. */
  static Condition parse(String text) {
    ConditionParser parser = new ConditionParser(tokens(text));
    Condition condition = parser.alternatives();
    parser.expect(END);
    return condition;
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int from = 0;
    while (from < text.length()) {
      if (!matcher.find(from) || matcher.start() != from) {
        throw new IllegalArgumentException(
            "\"%s\" is not understood.\nMaybe write QUESTION = 1 or QUESTION in [1, 2]."
                .formatted(text.substring(from)));
      }
      tokens.add(matcher.group().strip());
      from = matcher.end();
    }
    return tokens;
  }

  private Condition alternatives() {
    List<Condition> parts = new ArrayList<>(List.of(conjunction()));
    while (taken("or")) {
      parts.add(conjunction());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
  }

  private Condition conjunction() {
    List<Condition> parts = new ArrayList<>(List.of(negation()));
    while (taken("and")) {
      parts.add(negation());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
  }

  private Condition negation() {
    if (taken("not")) {
      return new Condition.Not(negation());
    }
    if (taken("(")) {
      Condition inner = alternatives();
      expect(")");
      return inner;
    }
    return comparison();
  }

  private Condition comparison() {
    String question = take();
    if (!question.matches("[A-Za-z0-9_]+")) {
      throw unexpected(question, "a question id");
    }
    if (taken("=")) {
      return new Condition.OneOf(question, Set.of(code()));
    }
    if (!taken("in")) {
      throw unexpected(peek(), "= or in");
    }
    expect("[");
    Set<Integer> codes = new LinkedHashSet<>(Set.of(code()));
    while (taken(",")) {
      codes.add(code());
    }
    expect("]");
    return new Condition.OneOf(question, codes);
  }

  private int code() {
    String token = take();
    try {
      return Integer.parseInt(token);
    } catch (NumberFormatException e) {
      throw unexpected(token, "a code");
    }
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next) : END;
  }

  private String take() {
    String token = peek();
    next++;
    return token;
  }

  private boolean taken(String token) {
    if (peek().equals(token)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String token) {
    if (!taken(token)) {
      throw unexpected(peek(), token);
    }
  }

  private static IllegalArgumentException unexpected(String found, String wanted) {
    return new IllegalArgumentException(
        "Here stands %s, expected was %s.\nMaybe write QUESTION = 1 or QUESTION in [1, 2]."
            .formatted(found, wanted));
  }
}
