package dev.voxpop.languagemodel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a reply is drawn.
 *
 * <p>The maximum output is always set, because it bounds what a call can cost. A seed is sent only
 * to a model that supports one.
 *
 * @param choices choices in one request, 1 … 128
 * @param temperature 0 … 2
 * @param topP 0 (exclusive) … 1
 * @param maxTokens most output tokens a choice, at least 1
 * @param stops strings that end a choice; empty and repeated ones are dropped
 * @param seed the draw's seed in the form providers take, 0 … 2³¹−1
 * @param topLogprobs log-probabilities wanted a token, 0 … 100; 0 = none
 * @param schema the JSON schema that the reply must meet
 */
public record Decoding(
    int choices,
    double temperature,
    double topP,
    int maxTokens,
    List<String> stops,
    OptionalInt seed,
    int topLogprobs,
    Optional<Schema> schema) {

  /** A JSON schema under a name: {@code json} is the schema's text. */
  public record Schema(String name, String json) {}

  /** Checks the ranges; drops empty and repeated stop strings, which providers reject. */
  public Decoding {
    require(choices >= 1 && choices <= 128, "choices", choices, "1 … 128");
    require(temperature >= 0 && temperature <= 2, "temperature", temperature, "0 … 2");
    require(topP > 0 && topP <= 1, "topP", topP, "more than 0, at most 1");
    require(maxTokens >= 1, "maxTokens", maxTokens, "1 or more");
    require(topLogprobs >= 0 && topLogprobs <= 100, "topLogprobs", topLogprobs, "0 … 100");
    require(seed.isEmpty() || seed.getAsInt() >= 0, "seed", seed, "0 … 2³¹−1");
    stops = stops.stream().filter(stop -> !stop.isEmpty()).distinct().toList();
  }

  /** One choice at temperature 1, without stop strings, seed, log-probabilities or schema. */
  public static Decoding ofMaxTokens(int maxTokens) {
    return new Decoding(
        1, 1.0, 1.0, maxTokens, List.of(), OptionalInt.empty(), 0, Optional.empty());
  }

  /** The same with this many choices in one request. */
  public Decoding withChoices(int number) {
    return new Decoding(number, temperature, topP, maxTokens, stops, seed, topLogprobs, schema);
  }

  /** The same with this temperature and nucleus. */
  public Decoding withSampling(double newTemperature, double newTopP) {
    return new Decoding(
        choices, newTemperature, newTopP, maxTokens, stops, seed, topLogprobs, schema);
  }

  /** The same with these stop strings. */
  public Decoding withStops(List<String> newStops) {
    return new Decoding(choices, temperature, topP, maxTokens, newStops, seed, topLogprobs, schema);
  }

  /** The same with this seed. */
  public Decoding withSeed(int newSeed) {
    return new Decoding(
        choices, temperature, topP, maxTokens, stops, OptionalInt.of(newSeed), topLogprobs, schema);
  }

  /** The same with this many log-probabilities a token. */
  public Decoding withTopLogprobs(int number) {
    return new Decoding(choices, temperature, topP, maxTokens, stops, seed, number, schema);
  }

  /** The same with a reply in this form. */
  public Decoding withSchema(Schema newSchema) {
    return new Decoding(
        choices, temperature, topP, maxTokens, stops, seed, topLogprobs, Optional.of(newSchema));
  }

  /** The most output tokens that all choices together can have. */
  public long mostOutputTokens() {
    return (long) choices * maxTokens;
  }

  private static void require(boolean holds, String name, Object value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Decoding parameter %s is %s; allowed is %s.\nMaybe correct the experiment's decoding."
              .formatted(name, value, range));
    }
  }
}
