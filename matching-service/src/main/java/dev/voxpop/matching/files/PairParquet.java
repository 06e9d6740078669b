package dev.voxpop.matching.files;

import dev.voxpop.matching.pairing.PairedRespondent;
import dev.voxpop.matching.trait.TraitLabels;
import dev.voxpop.tables.Column;
import dev.voxpop.tables.ParquetRows;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet table of pairs, one row per human, written as the rows come: the columns of {@link
 * PairFile} with numbers as numbers, and nothing where that table has a word for what is missing.
 */
final class PairParquet {

  private PairParquet() {}

  static void write(Path file, List<TraitLabels> traits, Stream<PairedRespondent> rows)
      throws IOException {
    List<Column> columns = columns(traits);
    try (var target = new BufferedOutputStream(Files.newOutputStream(file));
        ParquetRows table = ParquetRows.to(target, columns)) {
      Iterator<PairedRespondent> iterator = rows.iterator();
      while (iterator.hasNext()) {
        List<@Nullable Object> cells = cells(iterator.next());
        cells.addAll(Collections.nCopies(columns.size() - cells.size(), null));
        table.add(cells.toArray());
      }
    }
  }

  private static List<Column> columns(List<TraitLabels> traits) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.text("human"),
                Column.text("persona"),
                Column.text("status"),
                Column.number("weight"),
                Column.number("logWeight"),
                Column.whole("rank"),
                Column.number("bestWeight"),
                Column.number("ratio"),
                Column.whole("ties"),
                Column.whole("reuse")));
    for (TraitLabels trait : traits) {
      columns.add(Column.number("factor:" + trait.trait()));
      columns.add(Column.text("human:" + trait.trait()));
      columns.add(Column.text("persona:" + trait.trait()));
    }
    return columns;
  }

  private static List<@Nullable Object> cells(PairedRespondent row) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.respondent());
    cells.add(row.story());
    cells.add(row.status().text());
    cells.add(row.weight());
    cells.add(row.weight() == 0 ? null : row.logWeight());
    cells.add(row.rank());
    cells.add(row.bestWeight());
    cells.add(row.ratio());
    cells.add(row.ties());
    cells.add(row.reuse());
    for (PairedRespondent.Trait trait : row.traits()) {
      cells.add(trait.respondentLabel() == null ? null : trait.factor());
      cells.add(trait.respondentLabel());
      cells.add(trait.storyLabel());
    }
    return cells;
  }
}
