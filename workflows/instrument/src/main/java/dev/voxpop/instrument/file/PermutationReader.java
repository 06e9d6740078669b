package dev.voxpop.instrument.file;

import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.instrument.item.Permutations;
import dev.voxpop.instrument.wave.ScaleKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reading of allowed orders: none, reversible, any, or {list, force}. */
final class PermutationReader {
  private static final String KEY = "permutations";
  private static final String LIST = "list";

  private final Section section;
  private final int size;

  private PermutationReader(Section section, int size) {
    this.section = section;
    this.size = size;
  }

  /** The orders of a scale's options, checked against its kind. */
  static Permutations ofScale(Section section, ScaleKind kind, int size, Set<Integer> fixed) {
    PermutationReader reader = new PermutationReader(section, size);
    Permutations read = reader.read(fixed);
    if (kind == ScaleKind.ORDINAL && !reader.suitsOrdinal(read)) {
      section.error(
          KEY,
          "An ordinal scale is shown as it is or reversed.\n"
              + "Maybe use reversible, or a list with force: true.");
    }
    if (!fixed.isEmpty() && !(read instanceof Permutations.Any)) {
      section.error(KEY, "Fixed options need the permutations any.\nMaybe remove fixed.");
    }
    return read;
  }

  /** The orders of a trait's options with the question texts of those that have their own. */
  static Ordered ofTrait(Section section, int size) {
    PermutationReader reader = new PermutationReader(section, size);
    return new Ordered(reader.read(Set.of()), reader.wordings());
  }

  private Permutations read(Set<Integer> fixed) {
    Optional<Node> node = section.node(KEY);
    if (node.isEmpty()) {
      return Permutations.none();
    }
    if (node.get() instanceof Node.Mapping) {
      return listed(section.section(KEY).orElseThrow().only(LIST, "force"));
    }
    return named(section.optionalText(KEY).orElse("none"), fixed);
  }

  private Permutations named(String name, Set<Integer> fixed) {
    return switch (name) {
      case "none" -> Permutations.none();
      case "reversible" -> Permutations.reversible();
      case "any" -> any(fixed);
      default -> {
        section.error(
            KEY,
            "%s names no permutations.\n%s"
                .formatted(name, Similar.maybe(name, List.of("none", "reversible", "any", LIST))));
        yield Permutations.none();
      }
    };
  }

  private Permutations any(Set<Integer> fixed) {
    if (size > Permutations.MOST_FREE_OPTIONS) {
      section.error(
          KEY, "All orders of %d options are too many.\nMaybe list some.".formatted(size));
      return Permutations.none();
    }
    return new Permutations.Any(fixed);
  }

  private Permutations listed(Section list) {
    List<DisplayOrder> orders =
        list.elements(LIST, element -> order(element).map(Map.Entry::getKey));
    if (orders.isEmpty()) {
      list.error(LIST, "No permutation is listed.\nMaybe write none for the order of the file.");
      return Permutations.none();
    }
    return new Permutations.Listed(orders);
  }

  private Map<DisplayOrder, String> wordings() {
    Map<DisplayOrder, String> wordings = new LinkedHashMap<>();
    if (section.node(KEY).orElse(null) instanceof Node.Mapping) {
      // the elements were checked by read(): here they are read once more for their texts alone
      Section list = Section.of(section.node(KEY).orElseThrow(), "", new Problems());
      new PermutationReader(list, size)
          .entries(list)
          .forEach(entry -> entry.getValue().ifPresent(text -> wordings.put(entry.getKey(), text)));
    }
    return wordings;
  }

  private List<Map.Entry<DisplayOrder, Optional<String>>> entries(Section list) {
    return list.elements(LIST, this::order);
  }

  private Optional<Map.Entry<DisplayOrder, Optional<String>>> order(Section.Element element) {
    if (element.node() instanceof Node.Mapping) {
      Section entry = Section.of(element.node(), element.pointer(), section.problems());
      entry.only("order", "question");
      return order(entry.integers("order"), element)
          .map(order -> Map.entry(order, entry.optionalText("question")));
    }
    List<Integer> indices = new ArrayList<>();
    if (element.node() instanceof Node.Sequence sequence) {
      for (Node index : sequence.elements()) {
        if (index instanceof Node.Scalar scalar && scalar.text().matches("[0-9]{1,3}")) {
          indices.add(Integer.parseInt(scalar.text()));
        }
      }
    }
    return order(indices, element).map(order -> Map.entry(order, Optional.empty()));
  }

  private Optional<DisplayOrder> order(List<Integer> indices, Section.Element element) {
    boolean complete =
        indices.size() == size
            && DisplayOrder.identity(size).originals().stream().allMatch(indices::contains);
    if (!complete) {
      section
          .problems()
          .error(
              element.node().at(),
              element.pointer(),
              "%s is not a permutation of 0 to %d.\nMaybe an index is missing or doubled."
                  .formatted(indices, size - 1));
      return Optional.empty();
    }
    return Optional.of(new DisplayOrder(indices));
  }

  private boolean suitsOrdinal(Permutations permutations) {
    return switch (permutations) {
      case Permutations.None n -> true;
      case Permutations.Reversible r -> true;
      case Permutations.Any a -> false;
      case Permutations.Listed l ->
          section.section(KEY).flatMap(list -> list.flag("force")).orElse(false);
    };
  }

  /** Allowed orders and the question texts that belong to some of them. */
  record Ordered(Permutations permutations, Map<DisplayOrder, String> wordings) {
    Ordered {
      wordings = Map.copyOf(wordings);
    }
  }
}
