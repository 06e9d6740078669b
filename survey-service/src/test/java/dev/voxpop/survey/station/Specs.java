package dev.voxpop.survey.station;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.DecodingChoice;
import dev.voxpop.contracts.experiment.ModelAliases;
import dev.voxpop.contracts.experiment.OnNoValue;
import dev.voxpop.contracts.experiment.PersonaWeights;
import dev.voxpop.contracts.experiment.PromptFormat;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.contracts.experiment.SurveySpec;
import dev.voxpop.contracts.experiment.TextStyle;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Wave;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Specifications over the shipped sample wave. */
public final class Specs {
  public static final Wave WAVE = Waves.shipped().require("harbour-city-2026");
  public static final String EXPERIMENT = "exp-7";
  public static final List<String> TRAITS =
      List.of("age_4", "gender", "education", "income_13", "race");

  private Specs() {}

  public static SurveySpec survey() {
    return new SurveySpec(
        WAVE.id(),
        WAVE.provenance().contentHash(),
        WAVE.questions().stream().map(question -> question.id()).toList(),
        1,
        true,
        true,
        true,
        true,
        true,
        OnNoValue.OMIT,
        false);
  }

  public static SampleSpec sample() {
    return new SampleSpec(
        "d-1",
        "panel",
        "hash",
        WAVE.id(),
        WAVE.provenance().contentHash(),
        null,
        List.of(),
        List.of(),
        7,
        30);
  }

  /** One persona per respondent, told by answered questions. */
  public static ArmSpec baseline(String arm) {
    return arm(arm, TextStyle.QA, null, null, TextStyle.NONE);
  }

  /** One persona per story. */
  public static ArmSpec stories(String arm) {
    return arm(arm, null, "p-1", null, TextStyle.NONE);
  }

  /** One persona per pair, the respondent's traits after the story. */
  public static ArmSpec matched(String arm) {
    return arm(arm, null, "p-1", "m-1", TextStyle.BIO);
  }

  public static ArmSpec withFormat(ArmSpec spec, PromptFormat format, String alias) {
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
        spec.survey(),
        format,
        spec.decoding(),
        ModelAliases.all(alias),
        spec.traits(),
        spec.seed(),
        spec.pilot());
  }

  private static ArmSpec arm(
      String arm,
      @Nullable TextStyle baseline,
      @Nullable String pool,
      @Nullable String matching,
      TextStyle append) {
    return new ArmSpec(
        EXPERIMENT,
        arm,
        "hash-of-" + arm,
        baseline,
        pool,
        matching,
        append,
        PersonaWeights.NONE,
        sample(),
        survey(),
        PromptFormat.DEFAULT,
        DecodingChoice.DEFAULT,
        ModelAliases.all("default"),
        TRAITS,
        20260321,
        null);
  }
}
