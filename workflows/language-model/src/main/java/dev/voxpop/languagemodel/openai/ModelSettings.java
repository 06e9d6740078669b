package dev.voxpop.languagemodel.openai;

import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.languagemodel.Pricing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checked settings of one model alias.
 *
 * @param baseUrl up to and including the version, for instance {@code https://host/v1}
 * @param apiKeyFile file that holds the key and nothing else; read again when it changes
 * @param model the name sent to the provider
 * @param extras provider-specific parameters of every request, name to JSON text
 * @param simulated whether its answers are a simulator's
 */
public record ModelSettings(
    String alias,
    URI baseUrl,
    Optional<Path> apiKeyFile,
    String model,
    Kind kind,
    Capabilities capabilities,
    Transport transport,
    Pricing pricing,
    Map<String, String> extras,
    boolean simulated) {

  /** Copies the map. */
  public ModelSettings {
    extras = Map.copyOf(extras);
  }

  /** What an alias can do. */
  public enum Kind {
    COMPLETION("completion"),
    CHAT("chat"),
    EMBEDDING("embedding");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /** The value in configuration and facts. */
    public String wireName() {
      return wireName;
    }
  }

  /** Under which name a provider takes the limit on output tokens. */
  public enum OutputLimit {
    MAX_TOKENS,
    MAX_COMPLETION_TOKENS
  }

  /**
   * What the provider understands.
   *
   * @param contextWindow tokens of prompt and output together
   * @param maxN most choices a request
   * @param topLogprobs most log-probabilities a token; 0 = none
   * @param systemRole whether a system message may be sent; else it opens the first user message
   */
  public record Capabilities(
      int contextWindow,
      int maxN,
      int topLogprobs,
      boolean systemRole,
      boolean supportsSeed,
      OutputLimit outputLimit) {}

  /**
   * How calls travel.
   *
   * @param maxConcurrency calls in flight, of this process
   * @param callsPerMinute of this process; empty = no limit
   * @param tokensPerMinute of this process; empty = no limit
   * @param providerConcurrency calls in flight that the provider allows in all
   * @param callTimeout from the connection to the last byte of the reply
   * @param maxResponseBytes of a reply's body
   * @param trustedHosts hosts that may be reached without TLS and at private addresses
   */
  public record Transport(
      int maxConcurrency,
      OptionalLong callsPerMinute,
      OptionalLong tokensPerMinute,
      OptionalInt providerConcurrency,
      Duration connectTimeout,
      Duration callTimeout,
      long maxResponseBytes,
      Set<String> trustedHosts) {

    /** Copies the set. */
    public Transport {
      trustedHosts = Set.copyOf(trustedHosts);
    }
  }

  /** What planning may know. */
  public ModelFacts facts() {
    return new ModelFacts(
        alias,
        model,
        kind.wireName(),
        capabilities.contextWindow(),
        capabilities.maxN(),
        capabilities.topLogprobs(),
        capabilities.supportsSeed(),
        transport.maxConcurrency(),
        orNull(pricing.input()),
        orNull(pricing.output()),
        simulated);
  }

  private static @Nullable Long orNull(OptionalLong price) {
    return price.isPresent() ? price.getAsLong() : null;
  }
}
