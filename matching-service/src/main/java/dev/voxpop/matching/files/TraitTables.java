package dev.voxpop.matching.files;

import dev.voxpop.matching.assignment.Humans;
import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.assignment.Problem;
import dev.voxpop.matching.sample.CsvTable;
import dev.voxpop.matching.trait.LabelMap;
import dev.voxpop.matching.trait.LabelMass;
import dev.voxpop.matching.trait.TraitLabels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the two tables of a match on files. */
final class TraitTables {

  private static final String ID = "id";

  private final MatchFilesRequest request;
  private final List<String> excludedHumans = new ArrayList<>();
  private List<TraitLabels> traits = List.of();
  private int excludedPersonas;

  TraitTables(MatchFilesRequest request) {
    this.request = request;
  }

  ReadTables read() throws IOException {
    Map<String, List<String>> labels =
        TableFile.read(request.personas(), table -> labels(table.header()));
    Humans humans = TableFile.read(request.humans(), table -> humans(table, labels));
    Personas personas = TableFile.read(request.personas(), this::personas);
    return new ReadTables(Problem.of(humans, personas), excludedHumans, excludedPersonas);
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
    List<String> columns = header.stream().filter(column -> !column.equals(ID)).toList();
    List<String> shared = columns.stream().filter(labels::containsKey).toList();
    if (shared.isEmpty()) {
      throw new IllegalArgumentException(
          "The tables share no trait: people have %s, personas %s.\nMaybe the columns of personas are not written as trait=label?"
              .formatted(columns, labels.keySet()));
    }
    List<String> wanted = request.traits().isEmpty() ? columns : request.traits();
    for (String trait : wanted) {
      if (!shared.contains(trait)) {
        throw new IllegalArgumentException(
            "Trait \"%s\" has no columns \"%s=…\" among personas, or is no column of people.\nMaybe it is one of %s?"
                .formatted(trait, trait, shared));
      }
    }
    return wanted.stream()
        .map(trait -> new TraitLabels(trait, labels.getOrDefault(trait, List.of())))
        .toList();
  }

  private TraitLabels labelsOf(String trait) {
    return traits.get(numberOf(trait));
  }

  private int numberOf(String trait) {
    for (int number = 0; number < traits.size(); number++) {
      if (traits.get(number).trait().equals(trait)) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "A condition names trait \"%s\".\nMaybe it is one of %s?"
            .formatted(trait, traits.stream().map(TraitLabels::trait).toList()));
  }

  private Humans humans(CsvTable table, Map<String, List<String>> labelNames) throws IOException {
    int id = place(table.header(), ID);
    traits = traits(table.header(), labelNames);
    request.filter().requireKnown(this::labelsOf);
    int[] places = traits.stream().mapToInt(t -> place(table.header(), t.trait())).toArray();
    var builder = Humans.builder(traits);
    int[] rows = new int[1];
    table.forEach(
        (line, cells) -> {
          rows[0]++;
          int[] labels = new int[places.length];
          for (int trait = 0; trait < places.length; trait++) {
            labels[trait] = label(line, traits.get(trait), cells.get(places[trait]).trim());
          }
          String name = name(line, cells.get(id));
          if (request.filter().passes(this::labelsOf, trait -> labelNumber(labels, trait))) {
            builder.add(name, labels);
          } else {
            excludedHumans.add(name);
          }
        });
    requireRows(rows[0]);
    return builder.build();
  }

  private int labelNumber(int[] labels, String trait) {
    int label = labels[numberOf(trait)];
    return label == Humans.MISSING ? LabelMap.NO_LABEL : label;
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

  private Personas personas(CsvTable table) throws IOException {
    int id = place(table.header(), ID);
    int[] places =
        traits.stream()
            .flatMap(trait -> trait.labels().stream().map(label -> trait.trait() + "=" + label))
            .mapToInt(table.header()::indexOf)
            .toArray();
    var builder = Personas.builder(traits, request.smoothing());
    int[] rows = new int[1];
    table.forEach(
        (line, cells) -> {
          rows[0]++;
          double[] masses = new double[places.length];
          for (int i = 0; i < places.length; i++) {
            masses[i] = mass(line, table.header().get(places[i]), cells.get(places[i]).trim());
          }
          String name = name(line, cells.get(id));
          if (request.filter().passesMass(this::labelsOf, trait -> masses(masses, trait))) {
            builder.add(name, masses);
          } else {
            excludedPersonas++;
          }
        });
    requireRows(rows[0]);
    return builder.build();
  }

  private LabelMass masses(double[] masses, String trait) {
    int number = numberOf(trait);
    int from = traits.subList(0, number).stream().mapToInt(TraitLabels::size).sum();
    double[] part = Arrays.copyOfRange(masses, from, from + traits.get(number).size());
    return new LabelMass(Arrays.stream(part).boxed().toList(), 0);
  }

  private static double mass(long line, String column, String cell) {
    try {
      double mass = cell.isEmpty() ? 0 : Double.parseDouble(cell);
      if (mass >= 0 && mass < Double.POSITIVE_INFINITY) {
        return mass;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Line %d: column \"%s\" has \"%s\", which is no number.\nMaybe write 0 for nothing?"
              .formatted(line, column, cell),
          e);
    }
    throw new IllegalArgumentException(
        "Line %d: column \"%s\" has %s, which is no count or probability.\nMaybe it should be 0?"
            .formatted(line, column, cell));
  }

  private static String name(long line, String cell) {
    String name = cell.trim();
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "Line %d: the id is empty.\nMaybe the row was shifted?".formatted(line));
    }
    return name;
  }

  private static void requireRows(int rows) {
    if (rows == 0) {
      throw new IllegalArgumentException(
          "There is no row below the header.\nMaybe the file was not written completely?");
    }
  }

  private static int place(List<String> header, String column) {
    int place = header.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(
          "Line 1: column \"%s\" is missing in %s.\nMaybe rename the column that names the rows?"
              .formatted(column, header));
    }
    if (header.lastIndexOf(column) != place) {
      throw new IllegalArgumentException(
          "Line 1: column \"%s\" occurs twice.\nMaybe delete one of them?".formatted(column));
    }
    return place;
  }
}
