package dev.voxpop.instrument.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A mapping of a file that is being read: typed access that notes problems and goes on.
 *
 * <p>Longer than a class should be because every type of value has its reader here, once.
 */
final class Section {
  private static final Node.Mapping NOTHING = new Node.Mapping(Map.of(), new Position("", 1, 1));

  private final Node.Mapping mapping;
  private final String pointer;
  private final Problems problems;

  private Section(Node.Mapping mapping, String pointer, Problems problems) {
    this.mapping = mapping;
    this.pointer = pointer;
    this.problems = problems;
  }

  /** The section at a place that must hold a mapping. */
  static Section of(Node node, String pointer, Problems problems) {
    if (node instanceof Node.Mapping mapping) {
      return new Section(mapping, pointer, problems);
    }
    problems.error(
        node.at(),
        pointer,
        "This must be a mapping and is %s.\nMaybe write key: value pairs."
            .formatted(node.described()));
    return new Section(NOTHING, pointer, problems);
  }

  /** This section, with every key outside the given ones noted. */
  Section only(String... keys) {
    List<String> known = Arrays.asList(keys);
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                problems.error(
                    entry.keyAt(),
                    child(key),
                    "There is no key %s here.\n%s".formatted(key, Similar.maybe(key, known)));
              }
            });
    return this;
  }

  Problems problems() {
    return problems;
  }

  Position at() {
    return mapping.at();
  }

  String pointer() {
    return pointer;
  }

  Set<String> keys() {
    return mapping.entries().keySet();
  }

  boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  /** The value of a key, or empty. */
  Optional<Node> node(String key) {
    return Optional.ofNullable(mapping.entries().get(key)).map(Node.Entry::value);
  }

  /** Notes a problem at a key's value, or at the section when the key is absent. */
  void error(String key, String message) {
    problems.error(node(key).map(Node::at).orElse(at()), child(key), message);
  }

  /** The text of a required key; empty when absent, which is noted. */
  String text(String key) {
    Optional<String> text = optionalText(key).filter(t -> !t.isBlank());
    if (text.isEmpty()) {
      error(key, "%s is required.\nMaybe add it.".formatted(key));
    }
    return text.orElse("");
  }

  /** The text of a key; numbers and flags count as the text they are written as. */
  Optional<String> optionalText(String key) {
    return node(key).flatMap(node -> text(node, child(key)));
  }

  /** The whole number of a required key; 0 when absent, which is noted. */
  int integer(String key) {
    Optional<Integer> number = node(key).flatMap(node -> integer(node, child(key)));
    if (!has(key)) {
      error(key, "%s is required.\nMaybe add a whole number.".formatted(key));
    }
    return number.orElse(0);
  }

  /** The number of a key, or empty. */
  Optional<Double> number(String key) {
    return node(key).flatMap(node -> number(node, child(key)));
  }

  /** The flag of a key, or empty. */
  Optional<Boolean> flag(String key) {
    return node(key).flatMap(node -> flag(node, child(key)));
  }

  /** The kebab-case value of an enum, or empty. */
  <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    return optionalText(key)
        .flatMap(
            text -> {
              Map<String, E> known = new LinkedHashMap<>();
              for (E constant : type.getEnumConstants()) {
                known.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
              }
              if (!known.containsKey(text)) {
                error(
                    key,
                    "%s is no %s.\n%s".formatted(text, key, Similar.maybe(text, known.keySet())));
              }
              return Optional.ofNullable(known.get(text));
            });
  }

  /** The section of a key, or empty. */
  Optional<Section> section(String key) {
    return node(key).map(node -> of(node, child(key), problems));
  }

  /** The elements of a list of mappings; none when absent. */
  List<Section> sections(String key) {
    return elements(key, element -> Optional.of(of(element.node(), element.pointer(), problems)));
  }

  /** The sections of a mapping of mappings by name, in file order. */
  Map<String, Section> named(String key) {
    Map<String, Section> named = new LinkedHashMap<>();
    section(key)
        .ifPresent(
            outer -> outer.keys().forEach(k -> named.put(k, outer.section(k).orElseThrow())));
    return named;
  }

  /** The texts of a list; none when absent. */
  List<String> texts(String key) {
    return elements(key, element -> text(element.node(), element.pointer()));
  }

  /** The whole numbers of a list; none when absent. */
  List<Integer> integers(String key) {
    return elements(key, element -> integer(element.node(), element.pointer()));
  }

  /** What a function makes of the elements of a list; none when absent. */
  <T> List<T> elements(String key, Function<Element, Optional<T>> reader) {
    return node(key).map(node -> elements(node, child(key), reader)).orElse(List.of());
  }

  private <T> List<T> elements(Node node, String place, Function<Element, Optional<T>> reader) {
    if (!(node instanceof Node.Sequence sequence)) {
      problems.error(
          node.at(),
          place,
          "This must be a list and is %s.\nMaybe put it into [ ].".formatted(node.described()));
      return List.of();
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < sequence.elements().size(); i++) {
      reader.apply(new Element(sequence.elements().get(i), place + "/" + i)).ifPresent(read::add);
    }
    return List.copyOf(read);
  }

  private Optional<String> text(Node node, String place) {
    if (node instanceof Node.Scalar scalar) {
      return Optional.of(scalar.text());
    }
    return wrong(node, place, "text");
  }

  private Optional<Integer> integer(Node node, String place) {
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Scalar.Kind.NUMBER) {
      try {
        return Optional.of(Integer.parseInt(scalar.text()));
      } catch (NumberFormatException e) {
        return wrong(node, place, "a whole number");
      }
    }
    return wrong(node, place, "a whole number");
  }

  private Optional<Double> number(Node node, String place) {
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Scalar.Kind.NUMBER) {
      try {
        return Optional.of(Double.parseDouble(scalar.text()));
      } catch (NumberFormatException e) {
        return wrong(node, place, "a number");
      }
    }
    return wrong(node, place, "a number");
  }

  private Optional<Boolean> flag(Node node, String place) {
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Scalar.Kind.FLAG) {
      return Optional.of(Boolean.parseBoolean(scalar.text()));
    }
    return wrong(node, place, "true or false");
  }

  private <T> Optional<T> wrong(Node node, String place, String wanted) {
    problems.error(
        node.at(),
        place,
        "This must be %s and is %s.\nMaybe correct the value.".formatted(wanted, node.described()));
    return Optional.empty();
  }

  String child(String key) {
    return pointer + "/" + DocumentParser.escaped(key);
  }

  /** An element of a list and its place. */
  record Element(Node node, String pointer) {}
}
