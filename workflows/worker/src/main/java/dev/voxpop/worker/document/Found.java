package dev.voxpop.worker.document;

import com.fasterxml.jackson.databind.JsonNode;

/** Says in a few words what stands at a place of a document. */
final class Found {

  private static final int LONGEST = 60;

  private Found() {}

  /** For instance {@code the text "abc"}, {@code the number -1} or {@code an empty list}. */
  static String describe(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> "the text \"" + cut(node.textValue()) + "\"";
      case NUMBER -> "the number " + cut(node.asText());
      case BOOLEAN -> "the value " + node.asText();
      case NULL -> "null";
      case ARRAY -> node.isEmpty() ? "an empty list" : "a list";
      case OBJECT -> node.isEmpty() ? "an empty object" : "an object";
      default -> "nothing";
    };
  }

  /** The text, shortened to what a message can hold. */
  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
