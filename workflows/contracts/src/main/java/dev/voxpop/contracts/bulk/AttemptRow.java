package dev.voxpop.contracts.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ended draw of a cell. {@code GET /survey/experiments/{experiment}/attempts}, by name of arm,
 * then persona in order of enrolment, repeat, question and draw.
 *
 * @param answer id of the answer that a draw with this prompt is, or led to
 * @param draw from 0
 * @param discarded 0 for a draw that counts; for one that came too late, the turn that made it
 * @param kept whether this draw is the stored answer
 * @param state state of this draw, one of the answers' states
 * @param reason why there is no value; null when there is one
 * @param option original option index; null unless valid
 * @param displayOrder original option index shown at each position
 * @param raw the text, untouched; "" when there was none
 * @param finish why the text ended; null when no reply came
 * @param model the model as the provider reported it
 * @param estimated whether tokens were estimated, because the provider reported none
 * @param micros 10⁻⁶ of the currency; null when the price is unknown
 */
public record AttemptRow(
    String answer,
    String experiment,
    String arm,
    String persona,
    @Nullable String story,
    @Nullable String respondent,
    String question,
    int repeat,
    int draw,
    int discarded,
    boolean kept,
    String state,
    @Nullable String reason,
    @Nullable Integer option,
    @Nullable String code,
    List<Integer> displayOrder,
    int questionPosition,
    int seed,
    String promptHash,
    String raw,
    @Nullable String finish,
    String model,
    int latencyMillis,
    long inputTokens,
    long cachedTokens,
    long outputTokens,
    long reasoningTokens,
    boolean estimated,
    @Nullable Long micros) {

  /** Copies the list. */
  public AttemptRow {
    displayOrder = List.copyOf(displayOrder);
  }
}
