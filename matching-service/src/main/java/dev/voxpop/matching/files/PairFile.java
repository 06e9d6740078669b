package dev.voxpop.matching.files;

import dev.voxpop.matching.pairing.PairedRespondent;
import dev.voxpop.matching.trait.TraitLabels;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of pairs, one row per human, written as the rows come. */
final class PairFile {

  private static final List<String> COLUMNS =
      List.of(
          "human",
          "persona",
          "status",
          "weight",
          "logWeight",
          "rank",
          "bestWeight",
          "ratio",
          "ties",
          "reuse");

  private PairFile() {}

  static void write(Path file, List<TraitLabels> traits, Stream<PairedRespondent> rows)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      List<String> header = new ArrayList<>(COLUMNS);
      for (TraitLabels trait : traits) {
        header.add("factor:" + trait.trait());
        header.add("human:" + trait.trait());
        header.add("persona:" + trait.trait());
      }
      out.write(line(header));
      Iterator<PairedRespondent> iterator = rows.iterator();
      while (iterator.hasNext()) {
        List<String> cells = cells(iterator.next());
        cells.addAll(Collections.nCopies(header.size() - cells.size(), ""));
        out.write(line(cells));
      }
    }
  }

  private static List<String> cells(PairedRespondent row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.respondent());
    cells.add(text(row.story()));
    cells.add(row.status().text());
    cells.add(Double.toString(row.weight()));
    cells.add(row.weight() == 0 ? "−∞" : Double.toString(row.logWeight()));
    cells.add(Integer.toString(row.rank()));
    cells.add(Double.toString(row.bestWeight()));
    cells.add(Double.toString(row.ratio()));
    cells.add(Integer.toString(row.ties()));
    cells.add(Integer.toString(row.reuse()));
    for (PairedRespondent.Trait trait : row.traits()) {
      boolean missing = trait.respondentLabel() == null;
      cells.add(missing ? "missing" : text(trait.factor()));
      cells.add(text(trait.respondentLabel()));
      cells.add(text(trait.storyLabel()));
    }
    return cells;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  static String line(List<String> cells) {
    return cells.stream().map(PairFile::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
