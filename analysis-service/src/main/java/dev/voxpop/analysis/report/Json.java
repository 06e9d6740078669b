package dev.voxpop.analysis.report;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON whose bytes depend on its values only: keys sorted, numbers in their shortest exact
 * decimal form, null for a number that does not exist.
 */
final class Json {

  private final StringBuilder text;

  private Json(StringBuilder text) {
    this.text = text;
  }

  /** A value on one line. */
  static String line(@Nullable Object value) {
    StringBuilder text = new StringBuilder();
    append(text, value);
    return text.toString();
  }

  /** Appends a value without line feeds. */
  static void append(StringBuilder text, @Nullable Object value) {
    new Json(text).value(value, -1);
  }

  /** A value over several lines, with a line feed at the end. */
  static String pretty(@Nullable Object value) {
    Json json = new Json(new StringBuilder());
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
    text.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> entry : sorted(map).entrySet()) {
      separate(first, indent);
      first = false;
      string(String.valueOf(entry.getKey()));
      text.append(indent < 0 ? ":" : ": ");
      value(entry.getValue(), indent < 0 ? indent : indent + 1);
    }
    end(first, indent, '}');
  }

  private static Map<?, ?> sorted(Map<?, ?> map) {
    boolean named = map.isEmpty() || map.keySet().iterator().next() instanceof String;
    if (named && map instanceof SortedMap<?, ?> tree && tree.comparator() == null) {
      return tree;
    }
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    return sorted;
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
    int done = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || lone(value, i)) {
        text.append(value, done, i).append(escape(c));
        done = i + 1;
      }
    }
    text.append(value, done, value.length()).append('"');
  }

  /** Whether half a character stands here without its other half. */
  private static boolean lone(String value, int i) {
    char c = value.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1))
        : Character.isLowSurrogate(c)
            && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }

  private static String escape(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u%04x".formatted((int) c);
    };
  }
}
