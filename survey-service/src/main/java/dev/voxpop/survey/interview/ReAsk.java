package dev.voxpop.survey.interview;

import dev.voxpop.contracts.event.AnswerState;
import dev.voxpop.contracts.experiment.DecodingChoice;
import dev.voxpop.contracts.experiment.SurveySpec;

/**
 * When a cell is asked again: after an unreadable or truncated answer, after a refusal only if
 * wanted, never after an error, and at most so many draws in all. At temperature 0 a second draw
 * would say the same, so there is one.
 */
record ReAsk(int mostDraws, Refusals refusals) {
  enum Refusals {
    ACCEPTED,
    ASKED_AGAIN
  }

  static ReAsk of(DecodingChoice decoding, SurveySpec survey) {
    int most = decoding.temperature() == 0 ? 1 : decoding.maxAttempts();
    return new ReAsk(most, survey.reAskRefusals() ? Refusals.ASKED_AGAIN : Refusals.ACCEPTED);
  }

  Draw.Finality after(int number, AnswerState state) {
    boolean again =
        switch (state) {
          case UNREADABLE, TRUNCATED -> true;
          case REFUSED -> refusals == Refusals.ASKED_AGAIN;
          case VALID, ERROR, SKIPPED, NOT_REACHED -> false;
        };
    return again && number + 1 < mostDraws ? Draw.Finality.ASKED_AGAIN : Draw.Finality.ANSWER;
  }
}
