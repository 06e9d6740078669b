package dev.voxpop.contracts.experiment;

/**
 * How answers are drawn.
 *
 * @param temperature 0 … 2
 * @param topP 0 (exclusive) … 1
 * @param maxTokens 1 … 4,096 tokens an answer
 * @param maxAttempts 1 … 101 draws a cell in all
 * @param tokenProbabilities whether the probabilities of an answer's first token are read in the
 *     call that draws it; a message without it means no
 */
public record DecodingChoice(
    double temperature, double topP, int maxTokens, int maxAttempts, boolean tokenProbabilities) {

  /** The defaults of an opinion survey. */
  public static final DecodingChoice DEFAULT = new DecodingChoice(1.0, 1.0, 128, 10);

  /** Answers are drawn and nothing else is read. */
  public DecodingChoice(double temperature, double topP, int maxTokens, int maxAttempts) {
    this(temperature, topP, maxTokens, maxAttempts, false);
  }

  /** The same with the probabilities of first tokens. */
  public DecodingChoice withTokenProbabilities() {
    return new DecodingChoice(temperature, topP, maxTokens, maxAttempts, true);
  }

  /**
   * The canonical text, of which identities are made. It is silent about what is not read, so that
   * specifications from before there was a choice keep their identity.
   */
  @Override
  public String toString() {
    return "DecodingChoice[temperature=%s, topP=%s, maxTokens=%s, maxAttempts=%s%s]"
        .formatted(
            temperature,
            topP,
            maxTokens,
            maxAttempts,
            tokenProbabilities ? ", tokenProbabilities=true" : "");
  }
}
