package dev.voxpop.analysis.verification;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first place where two texts of one layout differ.
 *
 * <p>Lines are compared one by one; within a line, runs of digits that are numbers may differ by
 * 10⁻¹² relative to the larger of 1 and their size. The place is the line, and for indented JSON
 * also the path of keys and places that leads to it.
 *
 * @param place such as {@code line 12, /arms/0/mean/emd}
 * @param text what was written and what was computed
 */
record TextDifference(String place, String text) {

  private static final double TOLERANCE = 1e-12;
  private static final int SHOWN = 120;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");
  private static final Pattern KEY = Pattern.compile("^\\s*\"((?:[^\"\\\\]|\\\\.)*)\":");

  static Optional<TextDifference> first(String written, String computed) {
    if (written.equals(computed)) {
      return Optional.empty();
    }
    List<String> left = written.lines().toList();
    List<String> right = computed.lines().toList();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String one = i < left.size() ? left.get(i) : "nothing";
      String two = i < right.size() ? right.get(i) : "nothing";
      if (!same(one, two)) {
        return Optional.of(
            new TextDifference(
                "line " + (i + 1) + path(right, Math.min(i, right.size() - 1)),
                "written " + cut(one, two) + ", computed " + cut(two, one)));
      }
    }
    return Optional.empty();
  }

  private static boolean same(String one, String two) {
    if (one.equals(two)) {
      return true;
    }
    Matcher left = NUMBER.matcher(one);
    Matcher right = NUMBER.matcher(two);
    int from = 0;
    int other = 0;
    while (left.find() && right.find()) {
      boolean between =
          one.substring(from, left.start()).equals(two.substring(other, right.start()));
      if (!between || !close(left.group(), right.group())) {
        return false;
      }
      from = left.end();
      other = right.end();
    }
    return one.substring(from).equals(two.substring(other));
  }

  private static boolean close(String one, String two) {
    double a = Double.parseDouble(one);
    double b = Double.parseDouble(two);
    boolean whole = !one.contains(".") && !two.contains(".") && !one.contains("E");
    return whole ? one.equals(two) : Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));
  }

  /** The part of a line from a little before its first difference on. */
  private static String cut(String line, String other) {
    int same = 0;
    while (same < Math.min(line.length(), other.length())
        && line.charAt(same) == other.charAt(same)) {
      same++;
    }
    String text = line.strip();
    if (text.length() <= SHOWN) {
      return text;
    }
    int start = Math.max(0, Math.min(same - SHOWN / 2, line.length() - SHOWN));
    return "…" + line.substring(start, Math.min(line.length(), start + SHOWN)) + "…";
  }

  /** Keys and places above a line of indented JSON; empty for other texts. */
  private static String path(List<String> lines, int line) {
    if (lines.isEmpty() || !lines.getFirst().equals("{")) {
      return "";
    }
    Deque<String> parts = new ArrayDeque<>();
    int depth = indent(lines.get(line));
    name(lines, line, depth).ifPresent(parts::push);
    for (int i = line - 1; i > 0 && depth > 1; i--) {
      if (!lines.get(i).isBlank() && indent(lines.get(i)) == depth - 1 && opens(lines.get(i))) {
        depth--;
        name(lines, i, depth).ifPresent(parts::push);
      }
    }
    return ", /" + String.join("/", parts);
  }

  private static boolean opens(String line) {
    return line.endsWith("{") || line.endsWith("[");
  }

  private static Optional<String> name(List<String> lines, int line, int depth) {
    Matcher key = KEY.matcher(lines.get(line));
    if (key.find()) {
      return Optional.of(key.group(1));
    }
    int place = 0;
    for (int i = line - 1; i >= 0 && indent(lines.get(i)) >= depth; i--) {
      boolean item = indent(lines.get(i)) == depth && !lines.get(i).strip().startsWith("}");
      place += item && !lines.get(i).strip().startsWith("]") ? 1 : 0;
    }
    return Optional.of(Integer.toString(place));
  }

  private static int indent(String line) {
    int spaces = 0;
    while (spaces < line.length() && line.charAt(spaces) == ' ') {
      spaces++;
    }
    return spaces / 2;
  }
}
