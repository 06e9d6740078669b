package dev.voxpop.contracts.bulk;

import org.jspecify.annotations.Nullable;

/**
 * A story of a closed pool. {@code GET /backstory/pools/{pool}/stories}, in order of ordinal.
 *
 * @param ordinal from 0, dense
 * @param story {@code b-…}
 * @param passage the exact text a survey puts before its questions
 * @param respondent the respondent a primed story was written for; null otherwise
 */
public record StoryRow(int ordinal, String story, String passage, @Nullable String respondent) {}
