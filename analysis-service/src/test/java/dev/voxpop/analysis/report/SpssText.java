package dev.voxpop.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * SPSS syntax as commands and tokens: a command ends with a period at the end of a line, a literal
 * with its quote on the same line.
 */
final class SpssText {

  private static final Set<String> COMMANDS =
      Set.of(
          "SET",
          "GET DATA",
          "VARIABLE LABELS",
          "VARIABLE LEVEL",
          "VALUE LABELS",
          "MISSING VALUES",
          "EXECUTE");

  private final String text;
  private int place;
  private final List<Token> open = new ArrayList<>();
  private final List<Command> commands = new ArrayList<>();

  private SpssText(String text) {
    this.text = text;
  }

  /** A word, a sign, or the inside of a literal. */
  record Token(String text, boolean quoted) {

    @Override
    public String toString() {
      return quoted ? "'" + text + "'" : text;
    }
  }

  record Command(List<Token> tokens) {

    Command {
      tokens = List.copyOf(tokens);
    }

    /** One or two words, of those that are known. */
    String name() {
      String first = tokens.getFirst().text();
      String name =
          COMMANDS.contains(first) || tokens.size() < 2
              ? first
              : first + " " + tokens.get(1).text();
      if (!COMMANDS.contains(name)) {
        throw new AssertionError("No command: " + text());
      }
      return name;
    }

    String text() {
      return tokens.stream().map(Token::toString).collect(Collectors.joining(" "));
    }
  }

  static List<Command> read(String text) {
    SpssText spss = new SpssText(text);
    while (spss.place < text.length()) {
      spss.next();
    }
    if (!spss.open.isEmpty()) {
      throw new AssertionError("A command does not end: " + spss.open);
    }
    return spss.commands;
  }

  private void next() {
    char c = text.charAt(place);
    if (c == '*' && open.isEmpty()) {
      comment();
    } else if (c == '\'' || c == '"') {
      literal(c);
    } else if (c == '.' && place + 1 < text.length() && text.charAt(place + 1) == '\n') {
      commands.add(new Command(open));
      open.clear();
      place++;
    } else if ("/=()".indexOf(c) >= 0) {
      open.add(new Token(String.valueOf(c), false));
      place++;
    } else if (Character.isWhitespace(c)) {
      place++;
    } else {
      word();
    }
  }

  private void comment() {
    int end = text.indexOf('\n', place);
    if (end < 0 || text.charAt(end - 1) != '.') {
      throw new AssertionError("A comment does not end with its line.");
    }
    place = end;
  }

  private void literal(char quote) {
    StringBuilder inside = new StringBuilder();
    for (place++; ; place++) {
      if (place >= text.length() || text.charAt(place) == '\n') {
        throw new AssertionError("A literal does not end on its line: " + inside);
      }
      if (text.charAt(place) == quote) {
        if (text.charAt(place + 1) != quote) {
          break;
        }
        place++;
      }
      inside.append(text.charAt(place));
    }
    place++;
    open.add(new Token(inside.toString(), true));
  }

  private void word() {
    int from = place;
    while (place < text.length() && inWord(text.charAt(place))) {
      place++;
    }
    if (from == place) {
      throw new AssertionError("No sign of the language: " + text.charAt(place));
    }
    open.add(new Token(text.substring(from, place), false));
  }

  private boolean inWord(char c) {
    boolean ending = c == '.' && text.charAt(Math.min(place + 1, text.length() - 1)) == '\n';
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || (c == '.' && !ending);
  }
}
