package dev.voxpop.analysis.report;

import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.ItemKind;
import dev.voxpop.analysis.panel.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * SPSS syntax that reads the wide table, names its columns and labels their codes.
 *
 * <p>Variable names follow the rules of SPSS: a letter first, then letters, digits and underscores,
 * 64 bytes at most, no two the same in either case. Labels are cut to the 255 and 120 bytes that
 * SPSS keeps.
 */
final class SpssSyntax {

  private static final int NAME_BYTES = 64;
  private static final int LABEL_BYTES = 255;
  private static final int VALUE_BYTES = 120;
  private static final Set<String> RESERVED =
      Set.of("all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with");

  private final StringBuilder syntax = new StringBuilder();
  private final Set<String> taken = new HashSet<>();

  private SpssSyntax() {}

  /** A variable of the table: its name for SPSS, its format, its label and, for items, the item. */
  private record Variable(String name, String format, String label, List<Item> items) {}

  /** Syntax for a table of these text and number columns, then answers, then people's answers. */
  static String of(String file, List<String> texts, List<String> numbers, List<Item> items) {
    SpssSyntax spss = new SpssSyntax();
    List<Variable> variables = new ArrayList<>();
    texts.forEach(name -> variables.add(spss.variable(name, "A160", name, List.of())));
    numbers.forEach(name -> variables.add(spss.variable(name, "F16.8", name, List.of())));
    for (Item item : items) {
      variables.add(spss.answer(item.id(), item.text(), item));
    }
    for (Item item : items) {
      variables.add(spss.answer("human_" + item.id(), "People: " + item.text(), item));
    }
    spss.write(file, variables);
    return spss.syntax.toString();
  }

  private Variable answer(String column, String label, Item item) {
    boolean numeric = item.options().stream().allMatch(option -> Codes.numeric(option.code()));
    return variable(column, numeric ? "F8.0" : "A40", label, List.of(item));
  }

  private Variable variable(String column, String format, String label, List<Item> items) {
    return new Variable(name(column), format, label, items);
  }

  private String name(String column) {
    String clean = column.replaceAll("[^A-Za-z0-9_]", "_").replaceAll("_+$", "");
    String letter = clean.matches("[A-Za-z].*") ? clean : "v_" + clean;
    String base = letter.substring(0, Math.min(letter.length(), NAME_BYTES - 6));
    String name = RESERVED.contains(base.toLowerCase(Locale.ROOT)) ? base + "_" : base;
    for (int next = 2; !taken.add(name.toLowerCase(Locale.ROOT)); next++) {
      name = base + "_" + next;
    }
    return name;
  }

  private void write(String file, List<Variable> variables) {
    line("* Encoding: UTF-8.");
    line("* Reads " + file + " from the working directory.");
    line("GET DATA /TYPE=TXT /FILE=" + quoted(file, LABEL_BYTES) + " /ENCODING='UTF8'");
    line("  /ARRANGEMENT=DELIMITED /DELCASE=LINE /FIRSTCASE=2 /DELIMITERS=\",\" /QUALIFIER='\"'");
    line("  /VARIABLES=");
    variables.forEach(variable -> line("    " + variable.name() + " " + variable.format()));
    line("  .");
    for (Variable variable : variables) {
      String label = quoted(variable.label(), LABEL_BYTES);
      line("VARIABLE LABELS " + variable.name() + " " + label + ".");
      variable.items().forEach(item -> labels(variable, item));
    }
    line("EXECUTE.");
  }

  private void labels(Variable variable, Item item) {
    boolean text = variable.format().startsWith("A");
    String values =
        item.options().stream()
            .map(option -> value(option, text ? "'" : "") + " " + label(option))
            .collect(Collectors.joining("\n  "));
    line("VALUE LABELS " + variable.name() + "\n  " + values + ".");
    String level = item.kind() == ItemKind.ORDINAL ? "ORDINAL" : "NOMINAL";
    line("VARIABLE LEVEL " + variable.name() + " (" + level + ").");
  }

  private static String value(Option option, String quote) {
    return quote.isEmpty() ? option.code() : quoted(option.code(), VALUE_BYTES);
  }

  private static String label(Option option) {
    return quoted(option.text(), VALUE_BYTES);
  }

  /** A literal on one line, cut to a number of bytes at a whole character. */
  private static String quoted(String text, int most) {
    StringBuilder cut = new StringBuilder();
    int left = most;
    for (int point : text.replaceAll("\\s+", " ").strip().codePoints().toArray()) {
      String character = Character.toString(point);
      left -= character.getBytes(StandardCharsets.UTF_8).length;
      if (left < 0) {
        break;
      }
      cut.append(point == '\'' ? "''" : character);
    }
    return "'" + cut + "'";
  }

  private void line(String text) {
    syntax.append(text).append('\n');
  }
}
