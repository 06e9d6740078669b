package dev.voxpop.instrument.file;

import java.util.List;
import java.util.stream.Collectors;

/** The outcome of reading a file: what it says, or why it is refused. */
public sealed interface Reading<T> {
  /** A readable file. */
  record Accepted<T>(T value, List<FileProblem> warnings) implements Reading<T> {
    public Accepted {
      warnings = List.copyOf(warnings);
    }

    @Override
    public List<FileProblem> problems() {
      return warnings;
    }
  }

  /** A refused file with up to twenty problems, in the order of the file. */
  record Refused<T>(List<FileProblem> problems) implements Reading<T> {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** The warnings of a readable file, the errors of a refused one. */
  List<FileProblem> problems();

  /** What the file says; an exception that lists all problems when it is refused. */
  default T orElseThrow() {
    return switch (this) {
      case Accepted<T>(T value, List<FileProblem> ignored) -> value;
      case Refused<T>(List<FileProblem> problems) ->
          throw new IllegalArgumentException(
              problems.stream().map(FileProblem::toString).collect(Collectors.joining("\n")));
    };
  }
}
