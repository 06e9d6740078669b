package dev.voxpop.instrument.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A parser of one YAML or JSON document into values with places.
 *
 * <p>Doubled keys, anchors, aliases, several documents, broken UTF-8 and nesting deeper than
 * {@value #DEEPEST} are problems.
 */
final class DocumentParser {
  static final int DEEPEST = 40;

  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
  private static final JsonFactory JSON =
      JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();
  private static final YAMLFactory YAML =
      YAMLFactory.builder().streamReadConstraints(CONSTRAINTS).build();
  private static final String ADVICE =
      "\nMaybe a bracket, quote or indentation is wrong here; in { } a text with ? needs quotes.";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String file;
  private final JsonParser parser;
  private final Problems problems;

  private DocumentParser(String file, JsonParser parser, Problems problems) {
    this.file = file;
    this.parser = parser;
    this.problems = problems;
  }

  /** The document's root, or empty with the reason among the problems. */
  static Optional<Node> parse(SourceFile source, Problems problems) {
    Position start = new Position(source.name(), 1, 1);
    try {
      String text = decoded(source);
      try (JsonParser parser = factory(source.name(), text).createParser(text)) {
        return Optional.of(new DocumentParser(source.name(), parser, problems).document());
      }
    } catch (CharacterCodingException e) {
      problems.error(start, "", "The file is not UTF-8.\nMaybe save it as UTF-8.");
    } catch (JacksonException e) {
      problems.error(
          position(source.name(), e.getLocation()),
          "",
          firstWords(e.getOriginalMessage()) + ADVICE);
    } catch (IOException e) {
      problems.error(start, "", e.getMessage() + "\nMaybe the file is damaged.");
    }
    return Optional.empty();
  }

  /** A parser's message without the excerpts that it draws over several lines. */
  private static String firstWords(String message) {
    return message
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith(" "))
        .collect(Collectors.joining(", "));
  }

  private static String decoded(SourceFile source) throws CharacterCodingException {
    String text =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source.bytes())).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static JsonFactory factory(String name, String text) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean yaml = lower.endsWith(".yaml") || lower.endsWith(".yml");
    boolean json = lower.endsWith(".json") || (!yaml && text.stripLeading().startsWith("{"));
    return json ? JSON : YAML;
  }

  private Node document() throws IOException {
    if (parser.nextToken() == null) {
      Position start = new Position(file, 1, 1);
      problems.error(start, "", "The file is empty.\nMaybe it was not written to the end.");
      return new Node.Mapping(Map.of(), start);
    }
    Node root = value("");
    if (parser.nextToken() != null) {
      problems.error(here(), "", "A second document begins here.\nMaybe split it into two files.");
    }
    return root;
  }

  private Node value(String pointer) throws IOException {
    refuseAnchors(pointer);
    Position at = here();
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> mapping(pointer, at);
      case START_ARRAY -> sequence(pointer, at);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Node.Scalar.Kind.NUMBER, at);
      case VALUE_TRUE, VALUE_FALSE -> scalar(Node.Scalar.Kind.FLAG, at);
      case VALUE_NULL -> new Node.Scalar(Node.Scalar.Kind.EMPTY, "", at);
      default -> scalar(Node.Scalar.Kind.TEXT, at);
    };
  }

  private Node scalar(Node.Scalar.Kind kind, Position at) throws IOException {
    return new Node.Scalar(kind, parser.getText(), at);
  }

  private Node mapping(String pointer, Position at) throws IOException {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      Position keyAt = here();
      String child = pointer + "/" + escaped(key);
      parser.nextToken();
      Node value = value(child);
      if (entries.putIfAbsent(key, new Node.Entry(keyAt, value)) != null) {
        problems.error(
            keyAt, child, "The key %s occurs twice.\nMaybe remove one of them.".formatted(key));
      }
    }
    return new Node.Mapping(entries, at);
  }

  private Node sequence(String pointer, Position at) throws IOException {
    List<Node> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(pointer + "/" + elements.size()));
    }
    return new Node.Sequence(elements, at);
  }

  private void refuseAnchors(String pointer) throws IOException {
    if (parser instanceof YAMLParser yaml
        && (yaml.isCurrentAlias() || yaml.getObjectId() != null)) {
      problems.error(
          here(), pointer, "Anchors and aliases are not read.\nMaybe write the value out.");
    }
  }

  private Position here() {
    return position(file, parser.currentTokenLocation());
  }

  static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private static Position position(String file, @Nullable JsonLocation l) {
    return l == null
        ? new Position(file, 1, 1)
        : new Position(file, Math.max(1, l.getLineNr()), Math.max(1, l.getColumnNr()));
  }
}
