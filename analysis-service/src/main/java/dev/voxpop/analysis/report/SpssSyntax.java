package dev.voxpop.analysis.report;

import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.ItemKind;
import dev.voxpop.analysis.panel.Option;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * SPSS syntax that reads the wide table, names its columns, labels their codes and declares what is
 * missing.
 *
 * <p>Variable names follow the rules of SPSS: a letter first, then letters, digits and underscores,
 * 64 bytes at most, no two the same in either case, no word of the language. Labels are cut to the
 * 255 and 120 bytes that SPSS keeps. An empty number is system-missing when it is read; an empty
 * text is declared missing where a text may be empty.
 */
final class SpssSyntax {

  private static final int NAME_BYTES = 64;
  private static final int LABEL_BYTES = 255;
  private static final int VALUE_BYTES = 120;
  private static final int ID_BYTES = 255;
  private static final Set<String> RESERVED =
      Set.of("all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with");

  private final StringBuilder syntax = new StringBuilder();
  private final Set<String> taken = new HashSet<>();

  private SpssSyntax() {}

  /** A variable of the table: its name for SPSS, its format, its label and, for items, the item. */
  private record Variable(String name, String format, String label, List<Item> items) {

    boolean text() {
      return format.startsWith("A");
    }
  }

  /** Syntax for a table of these columns. */
  static String of(String file, List<WideExport.Variable> columns) {
    SpssSyntax spss = new SpssSyntax();
    List<Variable> variables = columns.stream().map(spss::variable).toList();
    spss.write(file, variables);
    return spss.syntax.toString();
  }

  private Variable variable(WideExport.Variable wide) {
    return new Variable(name(wide.column().name()), format(wide), wide.label(), wide.items());
  }

  /** Wide enough for every value: numbers have 17 digits at most, ids some bytes, codes theirs. */
  private static String format(WideExport.Variable wide) {
    int longest =
        wide.items().stream()
            .flatMap(item -> item.options().stream())
            .mapToInt(option -> bytes(RowLines.guarded(option.code())))
            .max()
            .orElse(0);
    return switch (wide.column().kind()) {
      case NUMBER -> "F24.16";
      case WHOLE, TRUTH -> "F%d.0".formatted(wide.items().isEmpty() ? 11 : Math.max(8, longest));
      case TEXT -> "A%d".formatted(wide.items().isEmpty() ? ID_BYTES : Math.max(8, longest));
    };
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
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
    line("SET DECIMAL=DOT.");
    line("GET DATA /TYPE=TXT /FILE=" + quoted(file, LABEL_BYTES) + " /ENCODING='UTF8'");
    line("  /ARRANGEMENT=DELIMITED /DELCASE=LINE /FIRSTCASE=2 /DELIMITERS=\",\" /QUALIFIER='\"'");
    line("  /VARIABLES=");
    variables.forEach(variable -> line("    " + variable.name() + " " + variable.format()));
    line("  .");
    for (Variable variable : variables) {
      String label = quoted(variable.label(), LABEL_BYTES);
      line("VARIABLE LABELS " + variable.name() + " " + label + ".");
      variable.items().forEach(item -> labels(variable, item));
      if (variable.text()) {
        line("MISSING VALUES " + variable.name() + " ('').");
      }
    }
    line("EXECUTE.");
  }

  private void labels(Variable variable, Item item) {
    String values =
        item.options().stream()
            .map(option -> value(variable, option) + " " + label(option))
            .collect(Collectors.joining("\n  "));
    line("VALUE LABELS " + variable.name() + "\n  " + values + ".");
    String level = item.kind() == ItemKind.ORDINAL ? "ORDINAL" : "NOMINAL";
    line("VARIABLE LEVEL " + variable.name() + " (" + level + ").");
  }

  /** A code as the table has it. */
  private static String value(Variable variable, Option option) {
    return variable.text()
        ? "'" + RowLines.guarded(option.code()).replace("'", "''") + "'"
        : option.code();
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
      left -= bytes(character);
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
