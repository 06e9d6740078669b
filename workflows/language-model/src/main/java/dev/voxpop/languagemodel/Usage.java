package dev.voxpop.languagemodel;

/**
 * Tokens of one call.
 *
 * @param input prompt tokens, cached ones included
 * @param cachedInput prompt tokens that the provider had in its cache
 * @param output tokens of all choices, reasoning included
 * @param reasoning output tokens that are not part of any text
 */
public record Usage(long input, long cachedInput, long output, long reasoning, Source source) {

  /** Where the numbers come from. */
  public enum Source {
    /** The provider's reply. */
    REPORTED,
    /** Our estimate, because the provider reported nothing. */
    ESTIMATED
  }

  /** Brings odd reports into range: nothing negative, no part larger than the whole. */
  public Usage {
    input = Math.max(0, input);
    output = Math.max(0, output);
    cachedInput = Math.clamp(cachedInput, 0, input);
    reasoning = Math.clamp(reasoning, 0, output);
  }

  /** Prompt and output tokens together. */
  public long total() {
    return input + output;
  }
}
