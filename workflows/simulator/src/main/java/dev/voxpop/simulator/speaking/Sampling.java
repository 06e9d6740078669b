package dev.voxpop.simulator.speaking;

import java.util.List;

/**
 * How a reply is sampled and where it ends.
 *
 * @param temperature 0 takes the likeliest option; otherwise probabilities are raised to 1 /
 *     temperature
 * @param topP the least mass of likeliest options kept, above 0 up to 1
 * @param seed names the draw; equal requests with equal seeds get equal replies
 * @param maxTokens the most tokens of a reply
 * @param stops strings before which a reply ends
 */
public record Sampling(
    double temperature, double topP, long seed, int maxTokens, List<String> stops) {
  public Sampling {
    stops = List.copyOf(stops);
  }

  /** Temperature 1, all mass, 1,500 tokens, no stop string. */
  public static Sampling seeded(long seed) {
    return new Sampling(1, 1, seed, 1_500, List.of());
  }
}
