package dev.voxpop.instrument.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** A growing list of problems of one file. */
final class Problems {
  private static final int MOST_REPORTED = 20;

  private final List<FileProblem> found = new ArrayList<>();

  /** Notes a reason to refuse the file. */
  void error(Position at, String pointer, String message) {
    found.add(new FileProblem(FileProblem.Severity.ERROR, at, pointer, message));
  }

  /** Notes something worth a second look. */
  void warning(Position at, String pointer, String message) {
    found.add(new FileProblem(FileProblem.Severity.WARNING, at, pointer, message));
  }

  /** Whether the file is to be refused. */
  boolean refuse() {
    return found.stream().anyMatch(p -> p.severity() == FileProblem.Severity.ERROR);
  }

  /** What was read, or the first problems in file order. */
  <T> Reading<T> outcome(Supplier<T> value) {
    return refuse()
        ? refused()
        : new Reading.Accepted<>(value.get(), sorted(FileProblem.Severity.WARNING));
  }

  /** The refusal of a file that could not even be parsed. */
  <T> Reading<T> refused() {
    return new Reading.Refused<>(sorted(FileProblem.Severity.ERROR));
  }

  private List<FileProblem> sorted(FileProblem.Severity severity) {
    return found.stream()
        .filter(problem -> problem.severity() == severity)
        .sorted(Comparator.comparing(FileProblem::position))
        .limit(MOST_REPORTED)
        .toList();
  }
}
