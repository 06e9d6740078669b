package dev.voxpop.contracts.experiment;

/**
 * How the traits of a pool's stories are asked, fully settled; its hash names the answers.
 *
 * @param key the first 16 hex digits of the hash of trait files, format, method, models and seed
 */
public record TraitSpec(
    String key, TraitChoice choice, PromptFormat format, ModelAliases models, long seed) {}
