package dev.voxpop.simulator.lexicon;

import java.util.List;
import java.util.stream.IntStream;

/** The options by which a questionnaire lets people keep their answer to themselves. */
public final class Refusals {
  private static final List<String> PHRASES =
      List.of(
          "prefer not",
          "rather not",
          "refuse",
          "dont know",
          "no answer",
          "not sure",
          "unsure",
          "decline to",
          "no opinion",
          "cant say",
          "cannot say",
          "hard to say");

  private Refusals() {}

  /** Whether an option text is a way of not answering. */
  public static boolean isRefusal(String option) {
    String normal = Words.normal(option);
    return PHRASES.stream().anyMatch(normal::contains);
  }

  /** The places of the options that answer. */
  public static List<Integer> substantive(List<String> options) {
    return IntStream.range(0, options.size())
        .filter(i -> !isRefusal(options.get(i)))
        .boxed()
        .toList();
  }
}
