package dev.voxpop.contracts.matching;

import org.jspecify.annotations.Nullable;

/**
 * A stored raking: weights that meet the margins, or the reason why there are none.
 *
 * @param personas rows to weigh
 * @param rounds rounds over all traits; 0 without weights
 * @param effectiveSize (Σw)² ÷ Σw²; 0 without weights
 * @param marginError largest remaining difference of a share from its target; 0 without weights
 * @param problem why no weights were issued, with advice; null when they were
 */
public record RakeReceipt(
    String raking,
    int personas,
    int rounds,
    double effectiveSize,
    double marginError,
    @Nullable String problem) {}
