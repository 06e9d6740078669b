package dev.voxpop.simulator.reading;

import java.util.Optional;

/**
 * A line that begins with a role label and a colon: the label and the rest of the line after them.
 */
record Cue(String label, String rest) {
  private static final int LONGEST_LABEL = 32;

  static Optional<Cue> of(String line) {
    int colon = line.indexOf(':');
    if (colon <= 0 || colon > LONGEST_LABEL || !isLabel(line, colon)) {
      return Optional.empty();
    }
    boolean ends = colon + 1 == line.length();
    if (!ends && line.charAt(colon + 1) != ' ') {
      return Optional.empty();
    }
    return Optional.of(new Cue(line.substring(0, colon), line.substring(colon + 1).strip()));
  }

  private static boolean isLabel(String line, int end) {
    int spaces = 0;
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      spaces += c == ' ' ? 1 : 0;
      if (!Character.isLetter(c) && c != ' ' && c != '-') {
        return false;
      }
    }
    return spaces <= 2 && Character.isLetter(line.charAt(0));
  }
}
