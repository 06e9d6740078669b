package dev.voxpop.simulator.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voxpop.simulator.speaking.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object that obeys a schema: listed values are matched by symbol, mark, option text or
 * verdict, strings carry the reply's own words.
 */
final class JsonShape implements Shape {
  private final ObjectMapper json;
  private final JsonNode schema;

  private JsonShape(ObjectMapper json, JsonNode schema) {
    this.json = json;
    this.schema = schema;
  }

  /** The form that a {@code response_format} demands, if any. */
  static Optional<Shape> of(ObjectMapper json, JsonNode format) throws ApiException {
    String type = format.path("type").asText("text");
    return switch (type) {
      case "text" -> Optional.empty();
      case "json_object" -> {
        ObjectNode schema = json.createObjectNode();
        schema.putObject("properties").putObject("answer").put("type", "string");
        yield Optional.of(new JsonShape(json, schema));
      }
      case "json_schema" -> {
        JsonNode schema = format.path("json_schema").path("schema");
        if (!schema.isObject()) {
          throw ApiException.malformed(
              "'response_format.json_schema.schema' must be an object.", "response_format");
        }
        yield Optional.of(new JsonShape(json, schema));
      }
      default ->
          throw ApiException.malformed(
              "Unknown 'response_format.type': " + type + ".", "response_format");
    };
  }

  @Override
  public String write(Content content) {
    try {
      return json.writeValueAsString(value("", schema, content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A tree could not be written.\nMaybe a new kind of node was added.", e);
    }
  }

  private JsonNode value(String name, JsonNode type, Content content) {
    if (type.has("properties")) {
      ObjectNode object = json.createObjectNode();
      for (Map.Entry<String, JsonNode> property : type.get("properties").properties()) {
        object.set(property.getKey(), value(property.getKey(), property.getValue(), content));
      }
      return object;
    }
    if (type.path("enum").isArray() && !type.path("enum").isEmpty()) {
      return listed(type.path("enum"), content);
    }
    return switch (type.path("type").asText("string")) {
      case "boolean" -> json.getNodeFactory().booleanNode(lastLine(content).contains("yes"));
      case "integer", "number" -> json.getNodeFactory().numberNode(number(content));
      case "array" -> json.createArrayNode();
      case "object" -> json.createObjectNode();
      default -> json.getNodeFactory().textNode(words(name, content));
    };
  }

  private static JsonNode listed(JsonNode values, Content content) {
    List<String> wanted =
        content
            .chosen()
            .map(chosen -> List.of(chosen.symbol(), chosen.mark(), chosen.option()))
            .orElse(List.of(lastLine(content)));
    for (JsonNode value : values) {
      if (wanted.stream().anyMatch(text -> text.equalsIgnoreCase(value.asText()))) {
        return value;
      }
    }
    for (JsonNode value : values) {
      if (lastLine(content).contains(value.asText().toLowerCase(Locale.ROOT))) {
        return value;
      }
    }
    return values.get(Math.floorMod(content.text().hashCode(), values.size()));
  }

  private static long number(Content content) {
    String symbol = content.chosen().map(Chosen::symbol).orElse("0");
    boolean digits = symbol.chars().allMatch(Character::isDigit);
    return digits ? Long.parseLong(symbol) : symbol.toUpperCase(Locale.ROOT).charAt(0) - 'A' + 1L;
  }

  private static String words(String name, Content content) {
    if (content.chosen().isEmpty()) {
      return content.text();
    }
    Chosen chosen = content.chosen().get();
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "symbol", "letter", "mark" -> chosen.symbol();
      case "answer", "choice", "option", "text" -> chosen.option();
      default -> content.text();
    };
  }

  private static String lastLine(Content content) {
    String text = content.text().strip();
    return text.substring(text.lastIndexOf('\n') + 1).toLowerCase(Locale.ROOT);
  }
}
