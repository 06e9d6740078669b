package dev.voxpop.contracts.experiment;

/**
 * A matching, fully settled.
 *
 * @param matching the id: {@code m-} and the first 16 hex digits of the hash of all it depends on
 * @param name the name in the document
 * @param pool id of the pool
 * @param traitKey key of the trait answers, see {@link TraitSpec}
 */
public record MatchingSpec(
    String matching,
    String name,
    String pool,
    String traitKey,
    MatchingChoice choice,
    SampleSpec sample,
    long seed) {}
