package dev.voxpop.contracts.bulk;

import org.jspecify.annotations.Nullable;

/**
 * One person and the story found for them. {@code GET /matching/matchings/{matching}/pairs}, in
 * order of respondent.
 *
 * @param status {@code matched}, {@code unmatched(capacity)}, {@code no_support}, {@code
 *     excluded(filter)}
 * @param story null unless matched
 * @param weight edge weight; 0 when unmatched
 */
public record PairRow(String respondent, String status, @Nullable String story, double weight) {}
