package dev.voxpop.contracts.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An arm, fully settled: everything that can change an answer is in here.
 *
 * @param hash SHA-256 of everything that can change an answer of this arm
 * @param baseline style of a baseline; null for arms with stories
 * @param pool id of the pool whose stories are used, matched or not; null for a baseline
 * @param matching id of the matching for a matched arm; null otherwise
 * @param sample the respondents of baselines and matched arms
 * @param traits traits that baseline and appended texts speak of
 * @param pilot interview only the first n of the roster; null = all. Not part of the hash
 */
public record ArmSpec(
    String experiment,
    String arm,
    String hash,
    @Nullable TextStyle baseline,
    @Nullable String pool,
    @Nullable String matching,
    TextStyle append,
    PersonaWeights weights,
    SampleSpec sample,
    SurveySpec survey,
    PromptFormat format,
    DecodingChoice decoding,
    ModelAliases models,
    List<String> traits,
    long seed,
    @Nullable Integer pilot) {

  /** Copies the list. */
  public ArmSpec {
    traits = List.copyOf(traits);
  }
}
