package dev.voxpop.contracts.experiment;

import org.jspecify.annotations.Nullable;

/**
 * One way of conditioning the model: exactly one of baseline, stories and matching is present.
 *
 * @param baseline traits as text, one persona per respondent, no story
 * @param stories name of a pool, one persona per story
 * @param matching name of a matching, one persona per pair
 * @param append traits of the respondent after the story
 * @param models overrides; null = the document's
 * @param format overrides; null = the document's
 * @param decoding overrides; null = the document's
 * @param survey overrides; null = the document's
 */
public record ArmChoice(
    String id,
    @Nullable TextStyle baseline,
    @Nullable String stories,
    @Nullable String matching,
    TextStyle append,
    PersonaWeights weights,
    @Nullable ModelAliases models,
    @Nullable PromptFormat format,
    @Nullable DecodingChoice decoding,
    @Nullable SurveyChoice survey) {}
