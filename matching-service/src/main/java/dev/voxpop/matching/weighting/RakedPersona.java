package dev.voxpop.matching.weighting;

/**
 * A row to weigh.
 *
 * @param persona the interviewed subject, by which its weight is asked for
 * @param story the story whose traits the persona has
 */
public record RakedPersona(String persona, String story) {}
