package dev.voxpop.backstory.store;

import org.jspecify.annotations.Nullable;

/**
 * A story of a closed pool.
 *
 * @param ordinal from 0, dense
 * @param story its id
 * @param respondent the person it was written for; null when for nobody
 * @param tokens tokens of the story, counted or estimated
 * @param provenance how it came about, as JSON
 */
public record StoryRecord(
    int ordinal,
    String story,
    String passage,
    @Nullable String respondent,
    int tokens,
    String provenance) {}
