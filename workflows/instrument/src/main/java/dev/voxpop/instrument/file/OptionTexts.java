package dev.voxpop.instrument.file;

import java.util.List;

/** The checks that keep the options of one question apart when answers are read. */
final class OptionTexts {
  private OptionTexts() {}

  /** Notes codes that occur twice and texts that cannot, or can hardly, be told apart. */
  static void check(List<Named> options, Problems problems) {
    for (int i = 0; i < options.size(); i++) {
      for (int j = 0; j < i; j++) {
        compare(options.get(j), options.get(i), problems);
      }
    }
  }

  private static void compare(Named first, Named second, Problems problems) {
    if (first.key().equals(second.key())) {
      second.error(
          problems,
          "%s occurs twice.\nMaybe give one of the two another one.".formatted(second.key()));
    }
    String a = Folding.fold(first.text());
    String b = Folding.fold(second.text());
    if (a.isEmpty() || b.isEmpty()) {
      return;
    }
    if (a.equals(b)) {
      second.error(
          problems,
          "Options %s and %s both read \"%s\".\nMaybe word one of them differently."
              .formatted(first.key(), second.key(), a));
    } else if (Folding.contains(a, b) || Folding.contains(b, a)) {
      warn(first, second, problems);
    }
  }

  private static void warn(Named first, Named second, Problems problems) {
    problems.warning(
        second.section().at(),
        second.section().pointer(),
        "\"%s\" and \"%s\" contain one another; the longest match decides."
                .formatted(first.text(), second.text())
            + "\nMaybe word one of them differently.");
  }

  /** An option's identity and text, and the section that declares it. */
  record Named(String key, String text, Section section) {
    private void error(Problems problems, String message) {
      problems.error(section.at(), section.pointer(), message);
    }
  }
}
