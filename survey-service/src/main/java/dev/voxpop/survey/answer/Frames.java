package dev.voxpop.survey.answer;

import java.util.Set;

/** The typesetting commands whose frames are taken off an answer, such as {@code \boxed{…}}. */
final class Frames {
  private static final Set<String> NAMES =
      Set.of("boxed", "fbox", "text", "textbf", "textit", "mathrm", "mathbf");
  private static final int LONGEST_NAME = 6;

  private Frames() {}

  /** The index behind the opening brace of the frame that begins at a backslash, or -1. */
  static int end(Characters in, int backslash) {
    StringBuilder name = new StringBuilder(LONGEST_NAME);
    int end = backslash + 1;
    while (name.length() <= LONGEST_NAME && CharClass.isLatin(in.at(end))) {
      name.append(in.at(end++));
    }
    return in.at(end) == '{' && NAMES.contains(name.toString()) ? end + 1 : -1;
  }
}
