package dev.voxpop.worker.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;

/** Looks for texts and numbers that cannot be stored or sent on unchanged. */
final class Scalars {

  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private Scalars() {}

  /** Refuses NUL, unpaired surrogates and numbers beyond 64 bits below {@code node}. */
  static void check(JsonNode node, String pointer) throws Refused {
    if (node.isTextual()) {
      check(node.textValue(), pointer);
    } else if (node.isNumber()) {
      check(node.decimalValue(), pointer);
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        check(field.getKey(), pointer);
        check(field.getValue(), pointer + "/" + Pointers.escape(field.getKey()));
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(node.get(i), pointer + "/" + i);
      }
    }
  }

  private static void check(BigDecimal number, String pointer) throws Refused {
    if (number.abs().compareTo(LARGEST) > 0) {
      throw new Refused(
          pointer,
          "The number " + Found.cut(number.toString()) + " is larger than any field allows.",
          "use a smaller number");
    }
  }

  private static void check(String text, String pointer) throws Refused {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\0') {
        throw new Refused(pointer, "The text holds a NUL character.", "remove it");
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new Refused(pointer, "The text holds half of a surrogate pair.", "remove it");
      }
    }
  }
}
