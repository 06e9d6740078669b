package dev.voxpop.matching.files;

import dev.voxpop.matching.assignment.Humans;
import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.assignment.Problem;
import dev.voxpop.matching.trait.TraitLabels;
import dev.voxpop.tables.TableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the two tables of a match on files: personas' columns say which labels there are. */
final class TraitTables {

  private final MatchFilesRequest request;

  TraitTables(MatchFilesRequest request) {
    this.request = request;
  }

  ReadTables read() throws IOException {
    Map<String, List<String>> labels =
        TableFile.read(request.personas(), table -> labels(table.columns()));
    TraitColumns traits =
        TableFile.read(request.humans(), table -> traits(table.columns(), labels));
    request.filter().requireKnown(traits::labels);
    var humanRows = new HumanRows(traits, request.filter());
    Humans humans = TableFile.read(request.humans(), humanRows::read);
    var personaRows = new PersonaRows(traits, request.filter(), request.smoothing());
    Personas personas = TableFile.read(request.personas(), personaRows::read);
    return new ReadTables(
        Problem.of(humans, personas), humanRows.excluded(), personaRows.excluded());
  }

  /** Returns the labels of each trait in the order of their columns. */
  static Map<String, List<String>> labels(List<String> columns) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (String column : columns) {
      int equals = column.indexOf('=');
      if (equals > 0) {
        labels
            .computeIfAbsent(column.substring(0, equals), trait -> new ArrayList<>())
            .add(column.substring(equals + 1));
      }
    }
    return labels;
  }

  private TraitColumns traits(List<String> header, Map<String, List<String>> labels) {
    TraitColumns.place(header, TraitColumns.ID);
    List<String> columns =
        header.stream().filter(column -> !column.equals(TraitColumns.ID)).toList();
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
    return new TraitColumns(
        wanted.stream()
            .map(trait -> new TraitLabels(trait, labels.getOrDefault(trait, List.of())))
            .toList());
  }
}
