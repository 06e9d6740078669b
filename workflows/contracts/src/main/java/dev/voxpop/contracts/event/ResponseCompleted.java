package dev.voxpop.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One completed answer, as subscribers see it. Data of {@value Topics#RESPONSE_COMPLETED}; key
 * {@code <experiment>/<persona>}; event id = answer id.
 *
 * @param persona the interviewed subject: {@code b-…}, {@code b-…~r-…} or {@code r-…}
 * @param story the story's id, the cluster of the bootstrap; null for a baseline
 * @param respondent the matched respondent's pseudonym {@code r-…}; null when unmatched
 * @param repeat from 0
 * @param state one of {@link AnswerState}'s wire names
 * @param answer what was read; null for states without text
 * @param reason why there is no value; null when there is one
 * @param displayOrder original option index shown at each position, from 0
 * @param questionPosition position in the series, from 0
 * @param attempts ended draws, from 1; 0 when no call was made
 * @param firstAttemptState state of draw 0
 * @param simulated whether the model is the simulator
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ResponseCompleted(
    String experiment,
    String arm,
    String persona,
    @Nullable String story,
    @Nullable String respondent,
    String question,
    int repeat,
    String state,
    @Nullable Answer answer,
    @Nullable String reason,
    List<Integer> displayOrder,
    int questionPosition,
    int attempts,
    @Nullable String firstAttemptState,
    Usage usage,
    Cost cost,
    Model model,
    String promptHash,
    List<Prompt> prompts,
    String parser,
    boolean simulated) {

  /** Copies the lists. */
  public ResponseCompleted {
    displayOrder = List.copyOf(displayOrder);
    prompts = List.copyOf(prompts);
  }

  /**
   * What was read from the text.
   *
   * @param kind {@code choice}, {@code amount}, {@code text}, {@code refusal} or {@code unreadable}
   * @param option original option index, from 0; only for a valid choice
   * @param code the option's code as text; only for a valid choice
   */
  public record Answer(String kind, @Nullable Integer option, @Nullable String code) {}

  /** Tokens of the draw behind the stored answer. */
  public record Usage(
      long inputTokens, long cachedTokens, long outputTokens, long reasoningTokens) {}

  /**
   * Cost of the draw behind the stored answer, without cache discounts.
   *
   * @param micros 10⁻⁶ of the currency; null when the price is unknown
   */
  public record Cost(String currency, @Nullable Long micros) {}

  /** The alias that was asked and the model id that the provider reported. */
  public record Model(String alias, String reported) {}

  /** A fixed text that took part in the prompt. */
  public record Prompt(String id, String sha256) {}
}
