package dev.voxpop.matching.sample;

import dev.voxpop.instrument.wave.UnknownCodes;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.tables.CsvTable;
import dev.voxpop.tables.FlatTable;
import dev.voxpop.tables.Place;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The reading of human data by a wave's rules: key, weight and the codes of all columns the wave
 * names.
 *
 * <p>Empty cells and {@code NA} are missing. Keys are present and unique, weights finite and not
 * negative, codes declared (or, if the wave says so, undeclared ones missing). Other columns are
 * not kept. An instance reads one table.
 */
public final class SampleReader {

  private static final int MOST_PROBLEMS = 20;
  private static final Set<String> MISSING = Set.of("", "NA");

  private final Wave wave;
  private final CellValues values;
  private final List<ColumnRule> rules;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final List<Person> people = new ArrayList<>();

  private SampleReader(Wave wave, CellValues values) {
    this.wave = wave;
    this.values = values;
    this.rules = ColumnRule.of(wave);
  }

  /** Returns a reader for one table of this wave. */
  public static SampleReader of(Wave wave, CellValues values) {
    return new SampleReader(wave, values);
  }

  /** Reads a table in CSV form. */
  public SampleReading readCsv(Reader source) throws IOException {
    try {
      FlatTable table = CsvTable.of(source);
      Map<String, Integer> places = places(table.columns());
      if (problems.isEmpty()) {
        table.forEach((place, cells) -> read(place, cells, places));
      }
    } catch (IllegalArgumentException e) {
      report(String.valueOf(e.getMessage()));
    }
    if (problems.isEmpty() && people.isEmpty()) {
      report("The table has no rows.\nMaybe the file was not written completely?");
    }
    if (!problems.isEmpty()) {
      return new SampleReading.Refused(problems);
    }
    var sample = new HumanSample(people);
    return new SampleReading.Accepted(sample, SampleSummary.of(sample, rules));
  }

  private Map<String, Integer> places(List<String> header) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      if (places.put(header.get(i), i) != null) {
        report("Line 1: column \"%s\" occurs twice.\nMaybe rename one.".formatted(header.get(i)));
      }
    }
    List<String> needed = new ArrayList<>(List.of(wave.human().key()));
    wave.human().weight().ifPresent(needed::add);
    rules.forEach(rule -> needed.add(rule.column()));
    for (String column : needed) {
      if (!places.containsKey(column)) {
        report(
            "Line 1: column \"%s\" of wave %s is missing.\nMaybe it is one of %s?"
                .formatted(column, wave.id(), ClosestNames.to(column, header)));
      }
    }
    return places;
  }

  private void read(Place at, List<String> cells, Map<String, Integer> places) {
    String key = cell(cells, places, wave.human().key());
    if (MISSING.contains(key)) {
      report("%s: the key is empty.\nMaybe the row does not belong here?".formatted(at));
    } else if (!keys.add(key)) {
      report("%s: key \"%s\" occurs twice.\nMaybe two files were joined?".formatted(at, key));
    }
    double weight = wave.human().weight().map(c -> weight(at, cell(cells, places, c))).orElse(1.0);
    Map<String, Integer> codes = new TreeMap<>();
    for (ColumnRule rule : rules) {
      code(at, rule, cell(cells, places, rule.column()))
          .ifPresent(code -> codes.put(rule.column(), code));
    }
    people.add(Person.of(key, weight, codes));
  }

  private static String cell(List<String> cells, Map<String, Integer> places, String column) {
    Integer place = places.get(column);
    return place == null ? "" : cells.get(place).trim();
  }

  private double weight(Place at, String cell) {
    try {
      double weight = Double.parseDouble(cell);
      if (weight >= 0 && !Double.isInfinite(weight)) {
        return weight;
      }
    } catch (NumberFormatException e) {
      // Reported below like any other value that is no weight.
    }
    report(
        "%s: weight \"%s\" is not a finite number of at least 0.\nMaybe leave the row out?"
            .formatted(at, cell));
    return 0;
  }

  private Optional<Integer> code(Place at, ColumnRule rule, String cell) {
    if (MISSING.contains(cell)) {
      return Optional.empty();
    }
    Optional<Integer> code =
        switch (values) {
          case CODES -> number(cell);
          case LABELS -> Optional.ofNullable(rule.texts().get(cell));
        };
    if (code.filter(rule::allows).isPresent()) {
      return code;
    }
    if (wave.human().unknownCodes() == UnknownCodes.FAIL || values == CellValues.LABELS) {
      report(
          "%s: column \"%s\" has \"%s\", which wave %s does not declare.\nMaybe it is one of %s?"
              .formatted(at, rule.column(), cell, wave.id(), allowed(rule)));
    }
    return Optional.empty();
  }

  private Object allowed(ColumnRule rule) {
    return switch (values) {
      case CODES -> rule.declared().stream().sorted().toList();
      case LABELS -> rule.texts().keySet().stream().sorted().toList();
    };
  }

  private static Optional<Integer> number(String cell) {
    try {
      return Optional.of(new BigDecimal(cell).intValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private void report(String problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }
}
