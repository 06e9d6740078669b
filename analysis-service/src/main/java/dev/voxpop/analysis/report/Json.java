package dev.voxpop.analysis.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON whose bytes depend on its values only: keys sorted, numbers in their shortest exact
 * decimal form, null for a number that does not exist.
 */
final class Json {

  private final StringBuilder text = new StringBuilder();

  private Json() {}

  /** A value on one line. */
  static String line(@Nullable Object value) {
    Json json = new Json();
    json.value(value, -1);
    return json.text.toString();
  }

  /** A value over several lines, with a line feed at the end. */
  static String pretty(@Nullable Object value) {
    Json json = new Json();
    json.value(value, 0);
    return json.text.append('\n').toString();
  }

  /** An object from keys and values in turn. */
  static Map<String, @Nullable Object> object(@Nullable Object... pairs) {
    Map<String, @Nullable Object> object = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return object;
  }

  /** The shortest decimal that reads back to the same double; an integral value without point. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return "null";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return Double.toString(value);
  }

  private void value(@Nullable Object value, int indent) {
    switch (value) {
      case null -> text.append("null");
      case Double number -> text.append(number(number));
      case Number number -> text.append(number);
      case Boolean truth -> text.append(truth);
      case Map<?, ?> map -> object(map, indent);
      case List<?> list -> array(list, indent);
      default -> string(value.toString());
    }
  }

  private void object(Map<?, ?> map, int indent) {
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    text.append('{');
    boolean first = true;
    for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
      separate(first, indent);
      first = false;
      string(entry.getKey());
      text.append(indent < 0 ? ":" : ": ");
      value(entry.getValue(), indent < 0 ? indent : indent + 1);
    }
    end(first, indent, '}');
  }

  private void array(List<?> list, int indent) {
    boolean flat = list.stream().noneMatch(item -> item instanceof Map || item instanceof List);
    int inner = flat ? -1 : indent;
    text.append('[');
    boolean first = true;
    for (Object item : list) {
      separate(first, inner);
      first = false;
      value(item, inner < 0 ? inner : inner + 1);
    }
    end(first, inner, ']');
  }

  private void separate(boolean first, int indent) {
    if (!first) {
      text.append(',');
    }
    if (indent >= 0) {
      text.append('\n').append("  ".repeat(indent + 1));
    }
  }

  private void end(boolean empty, int indent, char bracket) {
    if (!empty && indent >= 0) {
      text.append('\n').append("  ".repeat(indent));
    }
    text.append(bracket);
  }

  private void string(String value) {
    text.append('"');
    value.codePoints().forEach(this::character);
    text.append('"');
  }

  private void character(int point) {
    switch (point) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        if (point < ' ' || lone) {
          text.append("\\u%04x".formatted(point));
        } else {
          text.appendCodePoint(point);
        }
      }
    }
  }
}
