package dev.voxpop.contracts.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked and how, as chosen in a document; null takes the wave's default.
 *
 * @param wave id, or id + "@" + content hash
 * @param questionSet a set of the wave; null when questions are listed or left to the wave
 * @param questions listed question ids; empty when a set is named or left to the wave
 * @param repeats 1 … 100
 */
public record SurveyChoice(
    String wave,
    @Nullable String questionSet,
    List<String> questions,
    int repeats,
    @Nullable Boolean inSeries,
    @Nullable Boolean randomiseQuestions,
    @Nullable Boolean randomiseOptions,
    @Nullable Boolean consistencyLine,
    @Nullable Boolean forcingLine,
    OnNoValue onNoValue,
    boolean reAskRefusals) {

  /** Copies the list. */
  public SurveyChoice {
    questions = List.copyOf(questions);
  }
}
