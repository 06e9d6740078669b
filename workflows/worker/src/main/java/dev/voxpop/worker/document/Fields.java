package dev.voxpop.worker.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Typed reading of one object of a document that the schema has already passed; a field that is
 * absent, or was refused and left out, takes the default.
 */
record Fields(JsonNode node) {

  boolean isPresent() {
    return node.isObject();
  }

  boolean has(String name) {
    return node.has(name);
  }

  Fields at(String name) {
    return new Fields(child(name));
  }

  JsonNode child(String name) {
    JsonNode child = node.get(name);
    return child == null ? MissingNode.getInstance() : child;
  }

  @Nullable String text(String name) {
    return child(name).isTextual() ? child(name).textValue() : null;
  }

  String text(String name, String otherwise) {
    String value = text(name);
    return value == null ? otherwise : value;
  }

  @Nullable Integer integer(String name) {
    return child(name).canConvertToInt() ? Integer.valueOf(child(name).intValue()) : null;
  }

  int integer(String name, int otherwise) {
    Integer value = integer(name);
    return value == null ? otherwise : value;
  }

  @Nullable Long whole(String name) {
    return child(name).canConvertToLong() ? Long.valueOf(child(name).longValue()) : null;
  }

  double number(String name, double otherwise) {
    return child(name).isNumber() ? child(name).doubleValue() : otherwise;
  }

  @Nullable Boolean flag(String name) {
    return child(name).isBoolean() ? Boolean.valueOf(child(name).booleanValue()) : null;
  }

  Flag orElse(String name, Flag otherwise) {
    Boolean value = flag(name);
    return value == null ? otherwise : value ? Flag.ON : Flag.OFF;
  }

  List<String> texts(String name) {
    return list(name, JsonNode::textValue);
  }

  <T> List<T> list(String name, Function<JsonNode, T> reader) {
    List<T> values = new ArrayList<>();
    child(name).forEach(element -> values.add(reader.apply(element)));
    return values;
  }

  <T> Map<String, T> map(String name, Function<Fields, T> reader) {
    Map<String, T> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : child(name).properties()) {
      values.put(field.getKey(), reader.apply(new Fields(field.getValue())));
    }
    return values;
  }

  <E extends Enum<E>> E choice(String name, E otherwise) {
    E value = choiceOrNull(name, otherwise.getDeclaringClass());
    return value == null ? otherwise : value;
  }

  <E extends Enum<E>> @Nullable E choiceOrNull(String name, Class<E> type) {
    String written = text(name);
    for (E constant : type.getEnumConstants()) {
      if (Words.of(constant).equals(written)) {
        return constant;
      }
    }
    return null;
  }

  /** A switch of the document. */
  enum Flag {
    ON,
    OFF;

    boolean on() {
      return this == ON;
    }
  }
}
