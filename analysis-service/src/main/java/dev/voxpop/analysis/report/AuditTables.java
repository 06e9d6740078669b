package dev.voxpop.analysis.report;

import dev.voxpop.analysis.audit.FactorShare;
import dev.voxpop.analysis.audit.FactorShare.Flag;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.report.Table.Cell;
import dev.voxpop.analysis.report.Table.Row;
import dev.voxpop.tables.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How much of the answers' variance each varied factor explains, as tables. */
final class AuditTables {

  private final List<Item> items;
  private final List<List<FactorShare>> shares;

  /**
   * Tables of these shares.
   *
   * @param shares by question, one a factor, in the same order for every question
   */
  AuditTables(List<Item> items, List<List<FactorShare>> shares) {
    this.items = items;
    this.shares = shares;
  }

  /** One row a factor: how many questions depend on it. */
  Table factors(String caption) {
    List<Row> rows = new ArrayList<>();
    for (int f = 0; f < shares.getFirst().size(); f++) {
      int factor = f;
      List<FactorShare> own = shares.stream().map(all -> all.get(factor)).toList();
      double mean =
          own.stream()
              .mapToDouble(FactorShare::share)
              .filter(share -> !Double.isNaN(share))
              .average()
              .orElse(Double.NaN);
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of(own.getFirst().factor()));
      cells.add(Cell.of(Numbers.percent(mean)));
      for (Flag flag : Flag.values()) {
        cells.add(
            Cell.of(Long.toString(own.stream().filter(share -> share.flag() == flag).count())));
      }
      cells.add(Cell.of(fragile(own)));
      rows.add(Row.of(cells));
    }
    List<String> columns = new ArrayList<>(List.of("Factor", "Mean share of variance"));
    Arrays.stream(Flag.values()).map(AuditTables::heading).forEach(columns::add);
    columns.add("Fragile questions");
    return new Table(
        caption,
        columns,
        rows,
        List.of(
            "Stable: less than 1 % of the variance of a question's answers, or nothing beyond"
                + " chance (p ≥ .05 by permutation); sensitive: from 1 %; fragile: from 6 %."));
  }

  /** One row a question: share and p of every factor. */
  Table questions(String caption) {
    List<String> columns = new ArrayList<>(List.of("Question", "n"));
    shares.getFirst().forEach(share -> columns.add(share.factor()));
    List<Row> rows = new ArrayList<>();
    for (int q = 0; q < shares.size(); q++) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of(items.get(q).id()));
      cells.add(Cell.of(Integer.toString(shares.get(q).getFirst().n())));
      for (FactorShare share : shares.get(q)) {
        boolean known = !Double.isNaN(share.share());
        cells.add(
            new Cell(
                Numbers.percent(share.share()),
                known ? "p " + Numbers.p(share.p()) + ", " + share.flag().key() : ""));
      }
      rows.add(Row.of(cells));
    }
    return Table.of(caption, columns, rows);
  }

  /** One row a question and factor, in full precision. */
  ExportTable rows() {
    ExportTable table =
        new ExportTable(
            Column.text("question"),
            Column.text("factor"),
            Column.number("share"),
            Column.number("p"),
            Column.whole("n"),
            Column.text("flag"));
    for (int q = 0; q < items.size(); q++) {
      for (FactorShare share : shares.get(q)) {
        table.add(
            items.get(q).id(),
            share.factor(),
            share.share(),
            share.p(),
            share.n(),
            share.flag().key());
      }
    }
    return table;
  }

  private static String heading(Flag flag) {
    String key = flag.key();
    return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
  }

  private String fragile(List<FactorShare> own) {
    return String.join(
        ", ",
        IntStream.range(0, own.size())
            .filter(q -> own.get(q).flag() == Flag.FRAGILE)
            .mapToObj(q -> items.get(q).id())
            .toList());
  }
}
