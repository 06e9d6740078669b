package dev.voxpop.worker.document;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A place in the schema, asked for what it allows. */
record SchemaNode(JsonNode node) {

  /** The object that holds the keyword at {@code fragment}. */
  SchemaNode at(String fragment) {
    String path = fragment.startsWith("#") ? fragment.substring(1) : fragment;
    int cut = path.lastIndexOf('/');
    return new SchemaNode(cut <= 0 ? node : node.at(path.substring(0, cut)));
  }

  /** Names below {@code keyword}, in schema order. */
  List<String> propertyNames(String keyword) {
    return List.copyOf(node.path(keyword).propertyNames());
  }

  /** The values of {@code enum} or {@code const}. */
  List<String> allowedValues() {
    List<String> values = new ArrayList<>();
    node.path("enum").forEach(value -> values.add(value.asString()));
    if (node.has("const")) {
      values.add(node.path("const").asString());
    }
    return values;
  }

  /** The allowed types, in words. */
  List<String> types() {
    JsonNode type = node.path("type");
    List<String> types = new ArrayList<>();
    if (type.isArray()) {
      type.forEach(one -> types.add(one.asString()));
    } else {
      types.add(type.asString());
    }
    return types;
  }
}
