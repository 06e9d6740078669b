package dev.voxpop.languagemodel.config;

import dev.voxpop.languagemodel.Pricing;
import dev.voxpop.languagemodel.openai.ModelSettings;
import dev.voxpop.languagemodel.openai.ModelSettings.Capabilities;
import dev.voxpop.languagemodel.openai.ModelSettings.Transport;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The check of all configured aliases at once.
 *
 * <p>Every problem names key, value and allowed range and ends with a line "Maybe …"; none hides
 * another.
 */
final class SettingsCheck {

  private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration LONGEST = Duration.ofHours(1);

  private final List<String> problems = new ArrayList<>();

  private SettingsCheck() {}

  /** The settings by alias. */
  static SortedMap<String, ModelSettings> check(ModelConfig config) {
    SettingsCheck check = new SettingsCheck();
    SortedMap<String, ModelSettings> settings = new TreeMap<>();
    new TreeMap<>(config.aliases())
        .forEach((alias, values) -> settings.put(alias, check.read(alias, values)));
    if (!check.problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", check.problems));
    }
    return settings;
  }

  private ModelSettings read(String alias, ModelConfig.Alias values) {
    if (!ALIAS.matcher(alias).matches()) {
      problem("voxpop.model." + alias, alias, ALIAS.pattern(), "use small letters and hyphens");
    }
    Transport transport = transport(alias, values);
    String model = values.model().map(String::strip).orElse("");
    if (model.isEmpty() || model.length() > 256) {
      problem(key(alias, "model"), model, "1 … 256 characters", "name the provider's model");
    }
    values.extra().forEach((name, json) -> json(key(alias, "extra." + name), json));
    return new ModelSettings(
        alias,
        baseUrl(alias, values, transport.trustedHosts()),
        values.apiKeyFile(),
        model,
        values.kind(),
        capabilities(alias, values),
        transport,
        pricing(alias, values.price()),
        values.extra(),
        values.simulated());
  }

  private Transport transport(String alias, ModelConfig.Alias values) {
    range(alias, "max-concurrency", values.maxConcurrency(), 1, 4096);
    values
        .requestsPerMinute()
        .ifPresent(number -> range(alias, "requests-per-minute", number, 1, 10_000_000));
    values
        .tokensPerMinute()
        .ifPresent(number -> range(alias, "tokens-per-minute", number, 1, 1_000_000_000_000L));
    values
        .providerConcurrency()
        .ifPresent(
            number ->
                range(
                    alias,
                    "provider-concurrency",
                    number,
                    Math.max(1, values.maxConcurrency()),
                    1_000_000));
    duration(alias, "connect-timeout", values.connectTimeout());
    duration(alias, "call-timeout", values.callTimeout());
    long bytes = values.maxResponseBytes().asLongValue();
    range(alias, "max-response-bytes", bytes, 1024, 256L << 20);
    return new Transport(
        values.maxConcurrency(),
        values.requestsPerMinute(),
        values.tokensPerMinute(),
        values.providerConcurrency(),
        values.connectTimeout(),
        values.callTimeout(),
        bytes,
        values.trustedHosts().orElse(Set.of()));
  }

  private Capabilities capabilities(String alias, ModelConfig.Alias values) {
    range(alias, "context-window", values.contextWindow(), 128, 100_000_000);
    range(alias, "max-n", values.maxN(), 1, 128);
    range(alias, "top-logprobs", values.topLogprobs(), 0, 100);
    return new Capabilities(
        values.contextWindow(),
        values.maxN(),
        values.topLogprobs(),
        values.systemRole(),
        values.supportsSeed(),
        values.outputLimit());
  }

  private Pricing pricing(String alias, ModelConfig.Price price) {
    price(alias, "price.input", price.input());
    price(alias, "price.cached-input", price.cachedInput());
    price(alias, "price.output", price.output());
    return new Pricing(price.input(), price.cachedInput(), price.output());
  }

  private URI baseUrl(String alias, ModelConfig.Alias values, Set<String> trusted) {
    String text = values.baseUrl().map(String::strip).orElse("");
    String key = key(alias, "base-url");
    try {
      URI uri = new URI(text);
      if (isPlainAddress(uri)) {
        boolean secure = "https".equals(uri.getScheme());
        if (!secure && !LOOPBACK.contains(uri.getHost()) && !trusted.contains(uri.getHost())) {
          problem(
              key,
              text,
              "https, or http to this machine or a trusted host",
              "list the host in " + key(alias, "trusted-hosts") + " if the network is yours");
        }
        return uri;
      }
    } catch (URISyntaxException e) {
      // Reported below, like every other text that is no address.
    }
    problem(
        key,
        text,
        "http(s)://host[:port]/path without user, query and fragment",
        "write it like https://host/v1");
    return URI.create("http://localhost/");
  }

  private static boolean isPlainAddress(URI uri) {
    return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
        && uri.getHost() != null
        && uri.getUserInfo() == null
        && uri.getQuery() == null
        && uri.getFragment() == null;
  }

  private void json(String key, String text) {
    if (!Json.isValue(text)) {
      problem(key, text, "JSON", "quote a text: \"text\"");
    }
  }

  private void price(String alias, String name, OptionalLong value) {
    value.ifPresent(micros -> range(alias, name, micros, 0, 1_000_000_000_000L));
  }

  private void duration(String alias, String name, Duration value) {
    if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(LONGEST) > 0) {
      problem(key(alias, name), value, "1 ms … 1 h", "write it like 60s");
    }
  }

  private void range(String alias, String name, long value, long least, long most) {
    if (value < least || value > most) {
      problem(key(alias, name), value, least + " … " + most, "choose a number in that range");
    }
  }

  private void problem(String key, Object value, String allowed, String advice) {
    problems.add(
        "%s = %s: allowed is %s.\n  Maybe %s.".formatted(key, quote(value), allowed, advice));
  }

  private static String quote(Object value) {
    return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
  }

  private static String key(String alias, String name) {
    return "voxpop.model." + alias + "." + name;
  }
}
