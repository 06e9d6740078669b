package dev.voxpop.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;

/** Checked fields of a JSON object. */
final class Fields {
  private Fields() {}

  static String text(JsonNode node, String name) throws ApiException {
    JsonNode value = node.path(name);
    if (!value.isTextual()) {
      throw ApiException.malformed("'" + name + "' must be a string.", name);
    }
    return value.textValue();
  }

  static int whole(JsonNode root, String name, int fallback, int... range) throws ApiException {
    JsonNode value = root.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return fallback;
    }
    if (!value.canConvertToInt()
        || !value.isIntegralNumber()
        || value.intValue() < range[0]
        || value.intValue() > range[1]) {
      throw ApiException.malformed(
          "'" + name + "' must be an integer from " + range[0] + " to " + range[1] + ".", name);
    }
    return value.intValue();
  }

  /** A number whose default is 1. */
  static double real(JsonNode root, String name, double low, double high) throws ApiException {
    JsonNode value = root.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return 1;
    }
    if (!value.isNumber() || value.doubleValue() < low || value.doubleValue() > high) {
      throw ApiException.malformed(
          "'" + name + "' must be a number up to " + high + ", not " + value + ".", name);
    }
    return value.doubleValue();
  }
}
