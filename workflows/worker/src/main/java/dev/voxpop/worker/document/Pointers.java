package dev.voxpop.worker.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** JSON Pointers (RFC 6901) as texts. */
final class Pointers {

  private static final int LONGEST = 200;

  private Pointers() {}

  /** One reference token, escaped. */
  static String escape(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }

  /** The pointer of the place one level up; "" stays "". */
  static String parent(String pointer) {
    return pointer.isEmpty() ? "" : pointer.substring(0, pointer.lastIndexOf('/'));
  }

  /** The last reference token, unescaped. */
  static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  /** The nearest place, at or above {@code pointer}, whose pointer is short enough to be shown. */
  static String shown(String pointer) {
    String place = pointer;
    while (place.length() > LONGEST) {
      place = parent(place);
    }
    return place;
  }

  /** The nearest place, at or above {@code pointer}, that the document really has. */
  static String existing(JsonNode document, String pointer) {
    String place = pointer;
    while (!place.isEmpty() && document.at(JsonPointer.compile(place)).isMissingNode()) {
      place = parent(place);
    }
    return place;
  }
}
