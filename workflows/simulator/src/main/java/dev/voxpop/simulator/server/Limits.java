package dev.voxpop.simulator.server;

/** What the server refuses with 429; 0 means no limit. */
public record Limits(int concurrency, int requestsPerMinute, int tokensPerMinute) {
  /** No limits. */
  public static final Limits NONE = new Limits(0, 0, 0);

  public Limits {
    if (concurrency < 0 || requestsPerMinute < 0 || tokensPerMinute < 0) {
      throw new IllegalArgumentException(
          "Negative limit: concurrency "
              + concurrency
              + ", requests "
              + requestsPerMinute
              + ", tokens "
              + tokensPerMinute
              + ".\nMaybe 0, for no limit, was meant.");
    }
  }
}
