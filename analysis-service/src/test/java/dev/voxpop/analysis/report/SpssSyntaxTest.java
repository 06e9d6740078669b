package dev.voxpop.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.analysis.comparison.Comparison;
import dev.voxpop.analysis.comparison.SampleStudies;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.ItemKind;
import dev.voxpop.analysis.panel.Keying;
import dev.voxpop.analysis.panel.Option;
import dev.voxpop.analysis.report.SpssText.Command;
import dev.voxpop.analysis.report.SpssText.Token;
import dev.voxpop.tables.Column;
import dev.voxpop.tables.CsvTable;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The syntax, read by rules that are stricter than those of SPSS. */
class SpssSyntaxTest {

  private static final Set<String> WORDS =
      Set.of("ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH");

  private static final Item HOSTILE =
      new Item(
          "1st question's \"name\" ünd more of it, " + "x".repeat(80),
          "It's a\nlong label. " + "ä".repeat(300),
          ItemKind.NOMINAL,
          List.of(
              new Option("a'b", "don't\nknow", 1),
              new Option("=c", "'' \"x\".", 2),
              new Option("9", "W".repeat(500), 3)),
          Keying.AS_CODED);

  private static final List<Item> ITEMS =
      List.of(
          HOSTILE,
          new Item(HOSTILE.id() + "!", "", ItemKind.NOMINAL, HOSTILE.options(), Keying.AS_CODED),
          item("by", "-1", "123456789012345"),
          item("By_", "1", "2"),
          item("weight", "1", "2"),
          item("_", "1", "2"),
          item("question 1", "1", "2"),
          item("question?1", "1", "2"));

  @Test
  void syntax_ofHostileQuestions_keepsEveryRule() {
    List<WideExport.Variable> columns = new ArrayList<>();
    columns.add(new WideExport.Variable(Column.text("persona"), "persona", List.of()));
    columns.add(new WideExport.Variable(Column.number("weight"), "weight", List.of()));
    columns.add(new WideExport.Variable(Column.whole("code_AGE"), "code_AGE", List.of()));
    for (Item item : ITEMS) {
      boolean numeric = item.options().stream().allMatch(o -> Codes.numeric(o.code()));
      columns.add(
          new WideExport.Variable(
              numeric ? Column.whole(item.id()) : Column.text(item.id()),
              item.text(),
              List.of(item)));
    }

    check(SpssSyntax.of("wide.csv", columns), columns);
  }

  @Test
  void syntax_ofAReport_readsEveryCellOfItsTable() throws IOException {
    WideExport wide =
        new WideExport(SampleStudies.described(SampleStudies.of(List.of("one"), 3, 40, 0)));
    Map<String, String> files =
        ReportFiles.of(
                Comparison.of(SampleStudies.described(SampleStudies.of(List.of("one"), 3, 40, 0))),
                "")
            .texts();
    CsvTable table = CsvTable.of(new StringReader(files.getOrDefault("wide.csv", "")));
    Map<String, String> formats = check(files.getOrDefault("wide.sps", ""), wide.variables());

    assertThat(table.columns())
        .isEqualTo(wide.variables().stream().map(v -> v.column().name()).toList());
    List<String> ordered = List.copyOf(formats.values());
    table.forEach(
        (at, cells) -> {
          for (int i = 0; i < cells.size(); i++) {
            fits(cells.get(i), ordered.get(i));
          }
        });
  }

  @Test
  void syntax_ofTextCodes_labelsTheCellsOfTheTable() {
    String syntax =
        SpssSyntax.of(
            "wide.csv", List.of(new WideExport.Variable(Column.text("q"), "q", List.of(HOSTILE))));

    assertThat(syntax)
        .contains("VALUE LABELS q\n  'a''b' 'don''t know'\n  '''=c' ''''' \"x\".'\n  '9' 'WWW");
  }

  @Test
  void parser_ofBrokenSyntax_refuses() {
    for (String broken :
        List.of("VALUE LABELS x 1 'open.\n", "EXECUTE\n", "GET DATA 'a' ^.\n", "x y z.\n")) {
      assertThatThrownBy(() -> SpssText.read(broken).forEach(Command::name))
          .as(broken)
          .isInstanceOf(AssertionError.class);
    }
  }

  /** Checks every command; the answer is the format of every variable in order of the file. */
  private static Map<String, String> check(String syntax, List<WideExport.Variable> columns) {
    List<Command> commands = SpssText.read(syntax);
    assertThat(commands.stream().map(Command::name).distinct())
        .containsSubsequence("SET", "GET DATA", "VARIABLE LABELS", "EXECUTE");
    assertThat(commands.getFirst().text()).isEqualTo("SET DECIMAL = DOT");
    assertThat(commands.getLast().text()).isEqualTo("EXECUTE");
    Map<String, String> formats = variables(commands.get(1));
    assertThat(formats).hasSameSizeAs(columns);
    List<String> names = List.copyOf(formats.keySet());
    for (Command command : commands.subList(2, commands.size() - 1)) {
      String name = command.tokens().get(2).text();
      assertThat(formats).containsKey(name);
      WideExport.Variable column = columns.get(names.indexOf(name));
      switch (command.name()) {
        case "VARIABLE LABELS" -> literal(command.tokens().get(3), 255);
        case "VALUE LABELS" -> labels(command, column.items().getFirst(), column);
        case "VARIABLE LEVEL" ->
            assertThat(command.text()).matches("VARIABLE LEVEL \\w+ \\( (NOMINAL|ORDINAL) \\)");
        case "MISSING VALUES" -> {
          assertThat(command.text()).isEqualTo("MISSING VALUES " + name + " ( '' )");
          assertThat(column.column().kind()).isEqualTo(Column.Kind.TEXT);
        }
        default -> throw new AssertionError(command.text());
      }
    }
    long texts = columns.stream().filter(c -> c.column().kind() == Column.Kind.TEXT).count();
    assertThat(commands.stream().filter(c -> c.name().equals("MISSING VALUES")))
        .hasSize((int) texts);
    return formats;
  }

  /** The variables of the command that reads the file. */
  private static Map<String, String> variables(Command get) {
    assertThat(get.text())
        .startsWith(
            "GET DATA / TYPE = TXT / FILE = 'wide.csv' / ENCODING = 'UTF8' / ARRANGEMENT ="
                + " DELIMITED / DELCASE = LINE / FIRSTCASE = 2 / DELIMITERS = ',' / QUALIFIER ="
                + " '\"' / VARIABLES = ");
    List<Token> tokens = get.tokens();
    int from =
        IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).text().equals("VARIABLES"))
                .findFirst()
                .orElseThrow()
            + 2;
    assertThat((tokens.size() - from) % 2).isZero();
    Map<String, String> formats = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (int i = from; i < tokens.size(); i += 2) {
      String name = tokens.get(i).text();
      assertThat(name).matches("[A-Za-z][A-Za-z0-9_]*");
      assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64);
      assertThat(WORDS).doesNotContain(name.toUpperCase(Locale.ROOT));
      assertThat(seen.add(name.toUpperCase(Locale.ROOT))).as(name).isTrue();
      assertThat(tokens.get(i + 1).text()).matches("A[1-9]\\d*|F[1-9]\\d*\\.\\d+");
      formats.put(name, tokens.get(i + 1).text());
    }
    return formats;
  }

  private static void labels(Command command, Item item, WideExport.Variable column) {
    List<Token> pairs = command.tokens().subList(3, command.tokens().size());
    assertThat(pairs).hasSize(2 * item.levels());
    Map<String, String> labels = new TreeMap<>();
    for (int k = 0; k < item.levels(); k++) {
      Token value = pairs.get(2 * k);
      String code = item.options().get(k).code();
      boolean text = column.column().kind() == Column.Kind.TEXT;
      assertThat(value.quoted()).isEqualTo(text);
      assertThat(value.text()).isEqualTo(text ? RowLines.guarded(code) : code);
      labels.put(value.text(), pairs.get(2 * k + 1).text());
      literal(pairs.get(2 * k + 1), 120);
    }
    assertThat(labels).hasSize(item.levels());
  }

  private static void literal(Token token, int most) {
    assertThat(token.quoted()).isTrue();
    assertThat(token.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(most);
    assertThat(token.text()).doesNotContain("\n");
  }

  private static void fits(String cell, String format) {
    int width = Integer.parseInt(format.substring(1).split("\\.", -1)[0]);
    assertThat(cell.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(width);
    if (format.startsWith("F")) {
      assertThat(cell).matches("|-?\\d+(\\.\\d+)?(E-?\\d+)?");
    }
  }

  private static Item item(String id, String... codes) {
    return new Item(
        id,
        id,
        ItemKind.ORDINAL,
        IntStream.range(0, codes.length)
            .mapToObj(k -> new Option(codes[k], "Option " + k, k + 1))
            .toList(),
        Keying.AS_CODED);
  }
}
