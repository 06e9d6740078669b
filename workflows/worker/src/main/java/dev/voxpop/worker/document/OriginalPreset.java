package dev.voxpop.worker.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What {@code compat: original} means where a document is silent: the settings of the published
 * pipeline of 2024. What a document says itself is never changed.
 */
final class OriginalPreset {

  private static final int ATTEMPTS = 101;
  private static final int SPLITS = 20;

  private OriginalPreset() {}

  /** Returns the document with the preset's settings, or as it is without the preset. */
  static JsonNode under(JsonNode root) {
    if (!root.path("compat").asText().equals("original")) {
      return root;
    }
    ObjectNode document = root.deepCopy();
    interviews(document);
    document.path("arms").forEach(OriginalPreset::overrides);
    object(document, "traits").ifAbsent("orderMode", TextNode.valueOf("per-persona"));
    object(document, "analysis").ifAbsent("splits", IntNode.valueOf(SPLITS));
    document
        .path("matchings")
        .forEach(
            matching ->
                new Silent(matching)
                    .ifAbsent("tieBreak", TextNode.valueOf("lowest-id"))
                    .ifAbsent("straddling", TextNode.valueOf("first")));
    return document;
  }

  private static void interviews(ObjectNode owner) {
    object(owner, "decoding").ifAbsent("maxAttempts", IntNode.valueOf(ATTEMPTS));
    object(owner, "survey")
        .ifAbsent("onNoValue", TextNode.valueOf("keep"))
        .ifAbsent("consistencyLine", BooleanNode.TRUE);
  }

  /** An arm that has settings of its own has none of the document's, and so needs these, too. */
  private static void overrides(JsonNode arm) {
    if (arm.has("decoding")) {
      new Silent(arm.path("decoding")).ifAbsent("maxAttempts", IntNode.valueOf(ATTEMPTS));
    }
    if (arm.has("survey")) {
      new Silent(arm.path("survey"))
          .ifAbsent("onNoValue", TextNode.valueOf("keep"))
          .ifAbsent("consistencyLine", BooleanNode.TRUE);
    }
  }

  private static Silent object(ObjectNode owner, String name) {
    return new Silent(owner.path(name).isObject() ? owner.path(name) : owner.putObject(name));
  }

  /** An object that may be silent about a field. */
  private record Silent(JsonNode object) {

    Silent ifAbsent(String field, JsonNode value) {
      if (object instanceof ObjectNode own && !own.has(field)) {
        own.set(field, value);
      }
      return this;
    }
  }
}
