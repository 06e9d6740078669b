package dev.voxpop.backstory.slot;

import dev.voxpop.interviewing.StepResult;
import dev.voxpop.languagemodel.Reply.Finish;
import dev.voxpop.languagemodel.Usage;
import org.jspecify.annotations.Nullable;

/** How a slot ended. */
public sealed interface SlotEnd {

  /** One letter for every candidate that was looked at, in order. */
  String verdicts();

  /** Rounds that were drawn. */
  int rounds();

  /** What it adds to the counts. */
  default StepResult.Tally tally() {
    return switch (this) {
      case Filled _ -> new StepResult.Tally(1, 0);
      case Exhausted _ -> new StepResult.Tally(0, 1);
    };
  }

  /** With a story. */
  record Filled(String verdicts, int rounds, Winner winner) implements SlotEnd {}

  /**
   * Without one.
   *
   * @param reason {@code preamble}, {@code gate} or {@code context-length}
   */
  record Exhausted(String verdicts, int rounds, String reason) implements SlotEnd {}

  /**
   * The candidate that passed, with all that is known of its making.
   *
   * @param text the story, without white space at its ends
   * @param candidate number within its round
   * @param preamble the accepted answer; null when there was no preamble
   * @param preambleAttempts calls until it was accepted
   * @param seed the seed sent to the provider
   * @param usage tokens of the request, all its candidates together
   * @param logprob sum of log-probabilities; null when not available
   */
  record Winner(
      String text,
      int round,
      int candidate,
      @Nullable String preamble,
      int preambleAttempts,
      int seed,
      String model,
      Finish finish,
      Usage usage,
      @Nullable Double logprob) {}
}
