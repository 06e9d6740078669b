package dev.voxpop.instrument.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The laying of an overlay over a base file: texts are added or replaced, nothing else changes.
 *
 * <p>Questions are matched by id, demographics by trait, scales by name, options and refusals by
 * code. An unknown one, and any key that is neither an identity nor a text, is a problem.
 */
final class Overlay {
  private static final Set<String> TEXTS = Set.of("text", "bio", "portray", "aliases", "intro");
  private static final Set<String> HEADER = Set.of("apiVersion", "kind", "id");
  private static final Set<String> CONTAINERS =
      Set.of("scales", "questions", "demographics", "options", "refusals");
  private static final Map<String, String> IDENTITIES =
      Map.of("questions", "id", "demographics", "trait", "options", "code", "refusals", "code");

  private final Problems problems;

  private Overlay(Problems problems) {
    this.problems = problems;
  }

  /** The base with the overlay's texts. */
  static Node over(Node base, Node overlay, Problems problems) {
    Section header = Section.of(overlay, "", problems);
    if (!header.text("kind").equals("SurveyWaveOverlay")) {
      header.error("kind", "This is no overlay.\nMaybe kind: SurveyWaveOverlay.");
    }
    String id = header.text("id");
    String wave = Section.of(base, "", problems).optionalText("id").orElse("");
    if (!id.equals(wave)) {
      header.error(
          "id",
          "The overlay is for %s, the wave is %s.\nMaybe take the other file.".formatted(id, wave));
    }
    return new Overlay(problems).merge(base, overlay, "");
  }

  private Node merge(Node base, Node overlay, String pointer) {
    if (!(base instanceof Node.Mapping under) || !(overlay instanceof Node.Mapping over)) {
      problems.error(
          overlay.at(), pointer, "The base has no such structure.\nMaybe compare the two files.");
      return base;
    }
    Map<String, Node.Entry> merged = new LinkedHashMap<>(under.entries());
    over.entries().forEach((key, entry) -> put(merged, key, entry, pointer));
    return new Node.Mapping(merged, under.at());
  }

  private void put(Map<String, Node.Entry> merged, String key, Node.Entry entry, String pointer) {
    String child = pointer + "/" + DocumentParser.escaped(key);
    Optional<Node> below = Optional.ofNullable(merged.get(key)).map(Node.Entry::value);
    if (TEXTS.contains(key)) {
      merged.put(key, entry);
    } else if (CONTAINERS.contains(key)) {
      below.ifPresentOrElse(
          base ->
              merged.put(key, new Node.Entry(entry.keyAt(), container(key, base, entry, child))),
          () ->
              problems.error(
                  entry.keyAt(),
                  child,
                  "The base has no %s here.\nMaybe they belong to a scale.".formatted(key)));
    } else if (!isIdentity(key, pointer)) {
      problems.error(
          entry.keyAt(),
          child,
          "An overlay cannot change %s.\nMaybe only text, bio, portray, aliases or intro."
              .formatted(key));
    }
  }

  private static boolean isIdentity(String key, String pointer) {
    return pointer.isEmpty() ? HEADER.contains(key) : IDENTITIES.containsValue(key);
  }

  private Node container(String key, Node base, Node.Entry overlay, String pointer) {
    return key.equals("scales")
        ? scales(base, overlay.value(), pointer)
        : list(key, base, overlay.value(), pointer);
  }

  private Node scales(Node base, Node overlay, String pointer) {
    if (!(base instanceof Node.Mapping under) || !(overlay instanceof Node.Mapping over)) {
      problems.error(
          overlay.at(), pointer, "scales must be a mapping.\nMaybe name: {options: []}.");
      return base;
    }
    Map<String, Node.Entry> merged = new LinkedHashMap<>(under.entries());
    over.entries()
        .forEach(
            (name, entry) -> {
              String child = pointer + "/" + DocumentParser.escaped(name);
              Node.Entry scale = merged.get(name);
              if (scale == null) {
                unknown(entry.value(), child, "scale", name, under.entries().keySet());
              } else {
                Node value = merge(scale.value(), entry.value(), child);
                merged.put(name, new Node.Entry(scale.keyAt(), value));
              }
            });
    return new Node.Mapping(merged, under.at());
  }

  private Node list(String key, Node base, Node overlay, String pointer) {
    if (!(base instanceof Node.Sequence under) || !(overlay instanceof Node.Sequence over)) {
      problems.error(overlay.at(), pointer, key + " must be a list.\nMaybe put it into [ ].");
      return base;
    }
    String identity = IDENTITIES.getOrDefault(key, "id");
    Map<String, Node> merged = new LinkedHashMap<>();
    under.elements().forEach(element -> merged.putIfAbsent(identity(element, identity), element));
    for (int i = 0; i < over.elements().size(); i++) {
      Node element = over.elements().get(i);
      String name = identity(element, identity);
      Node below = merged.get(name);
      if (below == null) {
        unknown(element, pointer + "/" + i, identity, name, merged.keySet());
      } else {
        merged.put(name, merge(below, element, pointer + "/" + i));
      }
    }
    return new Node.Sequence(replaced(under, merged, identity), under.at());
  }

  private static List<Node> replaced(
      Node.Sequence under, Map<String, Node> merged, String identity) {
    List<Node> elements = new ArrayList<>();
    for (Node element : under.elements()) {
      elements.add(merged.getOrDefault(identity(element, identity), element));
    }
    return elements;
  }

  private void unknown(Node node, String pointer, String what, String name, Set<String> known) {
    problems.error(
        node.at(),
        pointer,
        "The base has no %s %s.\n%s".formatted(what, name, Similar.maybe(name, known)));
  }

  private static String identity(Node element, String key) {
    if (!(element instanceof Node.Mapping mapping)) {
      return "";
    }
    return Optional.ofNullable(mapping.entries().get(key))
        .map(Node.Entry::value)
        .map(value -> value instanceof Node.Scalar scalar ? scalar.text() : "")
        .orElse("");
  }
}
