package dev.voxpop.contracts.experiment;

import org.jspecify.annotations.Nullable;

/**
 * A pool of stories, fully settled.
 *
 * @param pool the pool's id: {@code p-} and the first 16 hex digits of the hash of its
 *     specification and seed, so that equal specifications share it; an imported pool that is used
 *     as a whole keeps its own id
 * @param name the name in the document
 * @param stories slots to fill
 * @param sample the respondents a primed pool is written for; null otherwise
 */
public record PoolSpec(
    String pool,
    String name,
    long seed,
    int stories,
    PoolChoice source,
    @Nullable SampleSpec sample,
    ModelAliases models,
    PromptFormat format) {}
