package dev.voxpop.matching.files;

import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.population.Collapsing;
import dev.voxpop.matching.population.RakedWeights;
import dev.voxpop.matching.population.Raking;
import dev.voxpop.matching.population.RakingOptions;
import dev.voxpop.matching.trait.TraitFilter;
import dev.voxpop.matching.trait.TraitLabels;
import dev.voxpop.tables.FlatTable;
import dev.voxpop.tables.TableFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Raking from a table of personas and a table of margins to a table of weights. */
public final class RakeFiles {

  private final RakeFilesRequest request;

  private RakeFiles(RakeFilesRequest request) {
    this.request = request;
  }

  /** Reads, rakes and writes. */
  public static RakedWeights run(RakeFilesRequest request) throws IOException {
    return new RakeFiles(request).run();
  }

  private RakedWeights run() throws IOException {
    MarginTable table = TableFile.read(request.margins(), MarginTable::read);
    Map<String, List<String>> labels =
        TableFile.read(request.personas(), people -> TraitTables.labels(people.columns()));
    var rows = new PersonaRows(traits(table, labels), TraitFilter.none(), 0);
    Personas read = TableFile.read(request.personas(), rows::read);
    Personas personas = Collapsing.of(read, table.into());
    var options = new RakingOptions(request.membership(), base(personas), request.trim());
    RakedWeights weights = Raking.of(personas, table.margins(personas.traits()), options);
    write(personas, weights);
    return weights;
  }

  private static TraitColumns traits(MarginTable table, Map<String, List<String>> labels) {
    return new TraitColumns(
        table.traits().stream()
            .map(
                trait -> {
                  List<String> known = labels.get(trait);
                  if (known == null) {
                    throw new IllegalArgumentException(
                        "Trait \"%s\" has a margin but no columns \"%s=…\" among personas.\nMaybe it is one of %s?"
                            .formatted(trait, trait, labels.keySet()));
                  }
                  return new TraitLabels(trait, known);
                })
            .toList());
  }

  /** Returns base weights in the order of personas; none when there is no column. */
  private List<Double> base(Personas personas) throws IOException {
    if (request.baseColumn().isEmpty()) {
      return List.of();
    }
    Map<String, Double> weights = TableFile.read(request.personas(), this::baseById);
    List<Double> base = new ArrayList<>();
    for (int persona = 0; persona < personas.size(); persona++) {
      base.add(weights.getOrDefault(personas.id(persona), 0.0));
    }
    return base;
  }

  private Map<String, Double> baseById(FlatTable table) throws IOException {
    String column = request.baseColumn().orElseThrow();
    int id = TraitColumns.place(table.columns(), TraitColumns.ID);
    int place = TraitColumns.place(table.columns(), column);
    Map<String, Double> weights = new HashMap<>();
    table.forEach(
        (at, cells) ->
            weights.put(
                TraitColumns.name(at, cells.get(id)),
                PersonaRows.mass(at, column, cells.get(place).trim())));
    return weights;
  }

  private void write(Personas personas, RakedWeights weights) throws IOException {
    Files.createDirectories(request.output());
    Path file = request.output().resolve("weights.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("persona,weight\n");
      for (int persona = 0; persona < personas.size(); persona++) {
        String weight = Double.toString(weights.weights().get(persona));
        out.write(PairFile.line(List.of(personas.id(persona), weight)));
      }
    }
  }
}
