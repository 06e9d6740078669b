package dev.voxpop.backstory.slot;

import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a paid call brought, as it is kept for ever.
 *
 * @param choices empty when there is no usable reply
 * @param model name of the model as the provider reports it
 * @param fault why there is no usable reply; null when there is one
 */
public record Said(List<Words> choices, String model, Usage usage, @Nullable String fault) {

  /** Copies the choices. */
  public Said {
    choices = List.copyOf(choices);
  }

  /**
   * One choice.
   *
   * @param logprob sum of its tokens' log-probabilities; null when they are not available
   */
  public record Words(String text, Reply.Finish finish, @Nullable Double logprob) {}

  /** What a reply says. */
  public static Said of(Reply reply) {
    return new Said(
        reply.choices().stream().map(Said::words).toList(), reply.model(), reply.usage(), null);
  }

  /** Nothing usable, for a reason that lies in the request or its content. */
  public static Said fault(String reason, Usage usage) {
    return new Said(List.of(), "", usage, reason);
  }

  /** The text of the first choice; empty when there is none. */
  public String text() {
    return choices.isEmpty() ? "" : choices.getFirst().text();
  }

  private static Words words(Reply.Choice choice) {
    return new Words(
        choice.text(),
        choice.finish(),
        choice.tokens().isEmpty()
            ? null
            : choice.tokens().stream().mapToDouble(Reply.Token::logprob).sum());
  }
}
