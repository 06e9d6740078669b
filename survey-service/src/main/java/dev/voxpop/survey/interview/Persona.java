package dev.voxpop.survey.interview;

import org.jspecify.annotations.Nullable;

/**
 * The subject of an interview.
 *
 * @param id {@code b-…}, {@code b-…~r-…} or {@code r-…}
 * @param story {@code b-…}; null for a baseline
 * @param respondent {@code r-…}; null for a story alone
 * @param passage the text before the questions; may be empty
 */
public record Persona(
    String id, @Nullable String story, @Nullable String respondent, String passage) {}
