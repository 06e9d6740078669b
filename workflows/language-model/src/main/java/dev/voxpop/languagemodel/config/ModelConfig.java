package dev.voxpop.languagemodel.config;

import dev.voxpop.languagemodel.openai.ModelSettings.Kind;
import dev.voxpop.languagemodel.openai.ModelSettings.OutputLimit;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** The keys {@code voxpop.model.<alias>.*}. */
@ConfigMapping(prefix = "voxpop.model")
public interface ModelConfig {

  /** The models by alias. */
  @WithParentName
  Map<String, Alias> aliases();

  /** One model. */
  interface Alias {

    /** OpenAI-compatible endpoint, up to and including the version. */
    Optional<String> baseUrl();

    /** File with the key; read again when it changes. */
    Optional<Path> apiKeyFile();

    /** The name sent to the provider. */
    Optional<String> model();

    /** What the alias can do. */
    @WithDefault("completion")
    Kind kind();

    /** Calls in flight of this process. */
    @WithDefault("64")
    int maxConcurrency();

    /** Calls a minute of this process. */
    OptionalLong requestsPerMinute();

    /** Tokens a minute of this process, counted at their worst case. */
    OptionalLong tokensPerMinute();

    /** Calls in flight that the provider allows in all. */
    OptionalInt providerConcurrency();

    /** The most time to open a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** The most time from the connection to the last byte of the reply. */
    @WithDefault("60s")
    Duration callTimeout();

    /** The most bytes of a reply's body. */
    @WithDefault("4M")
    MemorySize maxResponseBytes();

    /** Tokens of prompt and output together. */
    @WithDefault("8192")
    int contextWindow();

    /** Most choices a request. */
    @WithDefault("1")
    int maxN();

    /** Most log-probabilities a token; 0 = none. */
    @WithDefault("0")
    int topLogprobs();

    /** Whether a system message may be sent. */
    @WithDefault("true")
    boolean systemRole();

    /** Whether a seed may be sent. */
    @WithDefault("false")
    boolean supportsSeed();

    /** The parameter that limits the output. */
    @WithDefault("max-tokens")
    OutputLimit outputLimit();

    /** Prices in micro-units per million tokens. */
    Price price();

    /** Hosts that may be reached without TLS and at private addresses. */
    Optional<Set<String>> trustedHosts();

    /** Provider-specific parameters of every request, name to JSON text. */
    Map<String, String> extra();

    /** Whether its answers are a simulator's. */
    @WithDefault("false")
    boolean simulated();
  }

  /** Prices in micro-units per million tokens; none = unknown. */
  interface Price {

    /** Of prompt tokens. */
    OptionalLong input();

    /** Of prompt tokens in the provider's cache; none = as input. */
    OptionalLong cachedInput();

    /** Of output tokens. */
    OptionalLong output();
  }
}
