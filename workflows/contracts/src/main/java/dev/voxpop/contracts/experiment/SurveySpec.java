package dev.voxpop.contracts.experiment;

import java.util.List;

/**
 * What is asked, fully settled.
 *
 * @param waveHash content hash of the wave file
 * @param questions question ids in questionnaire order
 */
public record SurveySpec(
    String wave,
    String waveHash,
    List<String> questions,
    int repeats,
    boolean inSeries,
    boolean randomiseQuestions,
    boolean randomiseOptions,
    boolean consistencyLine,
    boolean forcingLine,
    OnNoValue onNoValue,
    boolean reAskRefusals) {

  /** Copies the list. */
  public SurveySpec {
    questions = List.copyOf(questions);
  }
}
