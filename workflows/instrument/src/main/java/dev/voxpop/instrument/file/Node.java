package dev.voxpop.instrument.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML or JSON document with its place. */
sealed interface Node {
  /** Where the value starts. */
  Position at();

  /** Named values in the order of the file. */
  record Mapping(Map<String, Entry> entries, Position at) implements Node {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /** A named value and the place of its name. */
  record Entry(Position keyAt, Node value) {}

  /** A list of values. */
  record Sequence(List<Node> elements, Position at) implements Node {
    public Sequence {
      elements = List.copyOf(elements);
    }
  }

  /** A single value as written. */
  record Scalar(Kind kind, String text, Position at) implements Node {
    /** What the value looks like. */
    enum Kind {
      TEXT,
      NUMBER,
      FLAG,
      EMPTY
    }
  }

  /** What the value is, in words. */
  default String described() {
    return switch (this) {
      case Mapping m -> "a mapping";
      case Sequence s -> "a list";
      case Scalar(Scalar.Kind kind, String text, Position at) ->
          switch (kind) {
            case TEXT -> "the text \"" + text + "\"";
            case NUMBER -> "the number " + text;
            case FLAG -> text;
            case EMPTY -> "empty";
          };
    };
  }
}
