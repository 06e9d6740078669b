package dev.voxpop.contracts.bulk;

/**
 * The weight of one persona. {@code GET /matching/rakings/{raking}/weights}, in order of persona.
 *
 * @param persona {@code b-…~r-…} where pairs were raked, {@code b-…} where a pool was
 * @param weight at least 0; the weights of a raking sum to their number
 */
public record WeightRow(String persona, double weight) {}
