package dev.voxpop.survey.interview;

import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Usage;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a draw brought back, untouched.
 *
 * @param raw the text; "" when there was none
 * @param finish why it ended; null when no reply came
 * @param model the model as the provider reported it
 * @param latencyMillis time of the call
 * @param micros cost without cache discounts; empty when the price is unknown
 */
public record Utterance(
    String raw,
    Reply.@Nullable Finish finish,
    String model,
    int latencyMillis,
    Usage usage,
    OptionalLong micros) {
  /** Nothing was asked. */
  public static final Utterance NONE =
      new Utterance(
          "", null, "", 0, new Usage(0, 0, 0, 0, Usage.Source.REPORTED), OptionalLong.of(0));
}
