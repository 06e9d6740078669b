package dev.voxpop.contracts.experiment;

/**
 * How answers are drawn.
 *
 * @param temperature 0 … 2
 * @param topP 0 (exclusive) … 1
 * @param maxTokens 1 … 4,096 tokens an answer
 * @param maxAttempts 1 … 101 draws a cell in all
 */
public record DecodingChoice(double temperature, double topP, int maxTokens, int maxAttempts) {

  /** The defaults of an opinion survey. */
  public static final DecodingChoice DEFAULT = new DecodingChoice(1.0, 1.0, 128, 10);
}
