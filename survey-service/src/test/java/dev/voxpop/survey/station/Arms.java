package dev.voxpop.survey.station;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.DecodingChoice;
import dev.voxpop.contracts.experiment.OnNoValue;
import dev.voxpop.contracts.experiment.SurveySpec;

/** Arms that differ in one thing. */
public final class Arms {
  private Arms() {}

  public static ArmSpec draws(ArmSpec spec, int most) {
    return decoding(spec, new DecodingChoice(1, 1, 128, most));
  }

  /** The same arm that reads the probabilities of first tokens, too. */
  public static ArmSpec reading(ArmSpec spec) {
    return decoding(spec, spec.decoding().withTokenProbabilities());
  }

  public static ArmSpec keeping(ArmSpec spec) {
    return asked(spec, spec.survey().inSeries(), OnNoValue.KEEP, false);
  }

  public static ArmSpec separately(ArmSpec spec) {
    return asked(spec, false, OnNoValue.OMIT, false);
  }

  public static ArmSpec reAsking(ArmSpec spec) {
    return asked(spec, true, OnNoValue.OMIT, true);
  }

  private static ArmSpec asked(
      ArmSpec spec, boolean inSeries, OnNoValue onNoValue, boolean reAskRefusals) {
    SurveySpec survey = spec.survey();
    return survey(
        spec,
        new SurveySpec(
            survey.wave(),
            survey.waveHash(),
            survey.questions(),
            survey.repeats(),
            inSeries,
            survey.randomiseQuestions(),
            survey.randomiseOptions(),
            survey.consistencyLine(),
            survey.forcingLine(),
            onNoValue,
            reAskRefusals));
  }

  public static ArmSpec survey(ArmSpec spec, SurveySpec survey) {
    return with(spec, survey, spec.decoding());
  }

  public static ArmSpec decoding(ArmSpec spec, DecodingChoice decoding) {
    return with(spec, spec.survey(), decoding);
  }

  private static ArmSpec with(ArmSpec spec, SurveySpec survey, DecodingChoice decoding) {
    return new ArmSpec(
        spec.experiment(),
        spec.arm(),
        spec.hash(),
        spec.baseline(),
        spec.pool(),
        spec.matching(),
        spec.append(),
        spec.weights(),
        spec.sample(),
        survey,
        spec.format(),
        decoding,
        spec.models(),
        spec.traits(),
        spec.seed(),
        spec.pilot());
  }
}
