package dev.voxpop.matching.files;

import dev.voxpop.matching.assignment.Humans;
import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.assignment.Problem;
import dev.voxpop.matching.sample.CsvTable;
import dev.voxpop.matching.trait.TraitLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the two tables of a match on files. */
final class TraitTables {

  private static final String ID = "id";

  private final MatchFilesRequest request;

  TraitTables(MatchFilesRequest request) {
    this.request = request;
  }

  Problem read() throws IOException {
    try (var humanReader = Files.newBufferedReader(request.humans());
        var personaReader = Files.newBufferedReader(request.personas())) {
      CsvTable humans = CsvTable.of(humanReader);
      CsvTable personas = CsvTable.of(personaReader);
      List<TraitLabels> traits = traits(humans.header(), labels(personas.header()));
      return Problem.of(humans(humans, traits), personas(personas, traits));
    }
  }

  private static Map<String, List<String>> labels(List<String> header) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (String column : header) {
      int equals = column.indexOf('=');
      if (equals > 0) {
        labels
            .computeIfAbsent(column.substring(0, equals), trait -> new ArrayList<>())
            .add(column.substring(equals + 1));
      }
    }
    return labels;
  }

  private List<TraitLabels> traits(List<String> header, Map<String, List<String>> labels) {
    List<String> shared = header.stream().filter(labels::containsKey).toList();
    List<String> wanted = request.traits().isEmpty() ? shared : request.traits();
    for (String trait : wanted) {
      if (!shared.contains(trait)) {
        throw new IllegalArgumentException(
            "Trait \"%s\" is not in both tables.\nMaybe it is one of %s?".formatted(trait, shared));
      }
    }
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException(
          "The tables share no trait: people have %s, personas %s.\nMaybe the columns of personas are not written as trait=label?"
              .formatted(header, labels.keySet()));
    }
    return wanted.stream()
        .map(trait -> new TraitLabels(trait, labels.getOrDefault(trait, List.of())))
        .toList();
  }

  private Humans humans(CsvTable table, List<TraitLabels> traits) throws IOException {
    int id = place(table.header(), ID);
    int[] places = traits.stream().mapToInt(t -> table.header().indexOf(t.trait())).toArray();
    var builder = Humans.builder(traits);
    table.forEach(
        (line, cells) -> {
          int[] labels = new int[places.length];
          for (int trait = 0; trait < places.length; trait++) {
            labels[trait] = label(line, traits.get(trait), cells.get(places[trait]).trim());
          }
          builder.add(cells.get(id).trim(), labels);
        });
    return builder.build();
  }

  private static int label(long line, TraitLabels trait, String cell) {
    if (cell.isEmpty()) {
      return Humans.MISSING;
    }
    try {
      return trait.indexOf(cell);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Line %d: %s".formatted(line, e.getMessage()), e);
    }
  }

  private Personas personas(CsvTable table, List<TraitLabels> traits) throws IOException {
    int id = place(table.header(), ID);
    int[] places =
        traits.stream()
            .flatMap(trait -> trait.labels().stream().map(label -> trait.trait() + "=" + label))
            .mapToInt(table.header()::indexOf)
            .toArray();
    var builder = Personas.builder(traits, request.smoothing());
    table.forEach(
        (line, cells) -> {
          double[] masses = new double[places.length];
          for (int i = 0; i < places.length; i++) {
            masses[i] = mass(line, table.header().get(places[i]), cells.get(places[i]).trim());
          }
          builder.add(cells.get(id).trim(), masses);
        });
    return builder.build();
  }

  private static double mass(long line, String column, String cell) {
    try {
      return cell.isEmpty() ? 0 : Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Line %d: column \"%s\" has \"%s\", which is no number.\nMaybe write 0 for nothing?"
              .formatted(line, column, cell),
          e);
    }
  }

  private static int place(List<String> header, String column) {
    int place = header.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(
          "Line 1: column \"%s\" is missing in %s.\nMaybe rename the column that names the rows?"
              .formatted(column, header));
    }
    return place;
  }
}
