package dev.voxpop.standalone.command;

import dev.voxpop.standalone.ExitCode;
import java.util.Map;
import java.util.TreeSet;

/** Options whose value is one of a few words. */
final class Words {

  private Words() {}

  /** Returns what a word stands for, or refuses it with the ones that are known. */
  static <T> T choice(String option, String word, Map<String, T> choices) {
    T chosen = choices.get(word);
    if (chosen == null) {
      throw new UserError(
          ExitCode.USAGE,
          "%s cannot be \"%s\".%nMaybe use one of %s."
              .formatted(option, word, new TreeSet<>(choices.keySet())));
    }
    return chosen;
  }
}
