package dev.voxpop.worker.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;

/** Leaves refused places out of a document, so that the rest can be judged in the same go. */
final class Repair {

  private Repair() {}

  /** A copy of {@code document} without the places in {@code pointers}. */
  static JsonNode without(JsonNode document, Collection<String> pointers) {
    JsonNode copy = document.deepCopy();
    pointers.stream()
        .filter(pointer -> !pointer.isEmpty())
        .sorted(Comparator.comparingInt(Repair::index).reversed())
        .forEach(pointer -> remove(copy, pointer));
    return copy;
  }

  private static void remove(JsonNode document, String pointer) {
    JsonNode parent = document.at(JsonPointer.compile(Pointers.parent(pointer)));
    if (parent instanceof ObjectNode object) {
      object.remove(Pointers.last(pointer));
    } else if (parent instanceof ArrayNode array && index(pointer) < array.size()) {
      array.remove(index(pointer));
    }
  }

  /** Later elements of a list go first, so that earlier positions stay what they were. */
  private static int index(String pointer) {
    String last = Pointers.last(pointer);
    return last.matches("\\d{1,9}") ? Integer.parseInt(last) : -1;
  }
}
