package dev.voxpop.languagemodel.config;

import dev.voxpop.languagemodel.Pricing;
import dev.voxpop.languagemodel.openai.ModelSettings;
import dev.voxpop.languagemodel.openai.ModelSettings.Capabilities;
import dev.voxpop.languagemodel.openai.ModelSettings.Transport;
import java.util.ArrayList;
import java.util.List;
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

  private final String alias;
  private final ModelConfig.Alias values;
  private final Problems problems;

  private SettingsCheck(String alias, ModelConfig.Alias values) {
    this.alias = alias;
    this.values = values;
    this.problems = new Problems(alias);
  }

  /** The settings by alias. */
  static SortedMap<String, ModelSettings> check(ModelConfig config) {
    List<String> wrong = new ArrayList<>();
    SortedMap<String, ModelSettings> settings = new TreeMap<>();
    new TreeMap<>(config.aliases())
        .forEach(
            (alias, values) -> {
              SettingsCheck check = new SettingsCheck(alias, values);
              settings.put(alias, check.settings());
              wrong.addAll(check.problems.texts());
            });
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
    return settings;
  }

  private ModelSettings settings() {
    Transport transport = transport();
    String model = values.model().map(String::strip).orElse("");
    checkNames(model);
    return new ModelSettings(
        alias,
        BaseUrl.check(
            values.baseUrl().map(String::strip).orElse(""), transport.trustedHosts(), problems),
        values.apiKeyFile(),
        model,
        values.kind(),
        capabilities(),
        transport,
        pricing(),
        values.extra(),
        values.simulated());
  }

  private void checkNames(String model) {
    if (!ALIAS.matcher(alias).matches()) {
      problems.add("*", alias, ALIAS.pattern(), "name the alias in small letters and hyphens");
    }
    if (model.isEmpty() || model.length() > 256) {
      problems.add("model", model, "1 … 256 characters", "name the provider's model");
    }
    values
        .extra()
        .forEach(
            (name, text) -> {
              if (!Json.isValue(text)) {
                problems.add("extra." + name, text, "JSON", "quote a text: \"text\"");
              }
            });
  }

  private Transport transport() {
    long bytes = values.maxResponseBytes().asLongValue();
    problems.range("max-response-bytes", bytes, 1024, 256L << 20);
    problems.duration("connect-timeout", values.connectTimeout());
    problems.duration("call-timeout", values.callTimeout());
    checkRates();
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

  private void checkRates() {
    int own = values.maxConcurrency();
    problems.range("max-concurrency", own, 1, 4096);
    problems.range("requests-per-minute", values.requestsPerMinute(), 1, 10_000_000);
    problems.range("tokens-per-minute", values.tokensPerMinute(), 1, 1_000_000_000_000L);
    values
        .providerConcurrency()
        .ifPresent(all -> problems.range("provider-concurrency", all, Math.max(1, own), 1_000_000));
  }

  private Capabilities capabilities() {
    problems.range("context-window", values.contextWindow(), 128, 100_000_000);
    problems.range("max-n", values.maxN(), 1, 128);
    problems.range("top-logprobs", values.topLogprobs(), 0, 100);
    return new Capabilities(
        values.contextWindow(),
        values.maxN(),
        values.topLogprobs(),
        values.systemRole(),
        values.supportsSeed(),
        values.outputLimit());
  }

  private Pricing pricing() {
    ModelConfig.Price price = values.price();
    long most = 1_000_000_000_000L;
    problems.range("price.input", price.input(), 0, most);
    problems.range("price.cached-input", price.cachedInput(), 0, most);
    problems.range("price.output", price.output(), 0, most);
    return new Pricing(price.input(), price.cachedInput(), price.output());
  }
}
