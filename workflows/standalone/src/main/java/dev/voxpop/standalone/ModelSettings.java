package dev.voxpop.standalone;

import java.util.Map;
import java.util.TreeMap;

/** Which models there are when nobody has configured any: the simulator under three aliases. */
final class ModelSettings {

  private static final String PREFIX = "voxpop.model.";

  private ModelSettings() {}

  /** Whether any alias has an address of its own. */
  static boolean configured(Installation installation) {
    return installation.environment().keySet().stream()
            .anyMatch(name -> name.startsWith("VOXPOP_MODEL_") && name.endsWith("_BASE_URL"))
        || System.getProperties().stringPropertyNames().stream()
            .anyMatch(name -> name.startsWith(PREFIX) && name.endsWith(".base-url"));
  }

  /** Settings of the aliases {@code default}, {@code base} and {@code chat}. */
  static Map<String, String> simulator(String baseUrl) {
    Map<String, String> settings = new TreeMap<>();
    alias(settings, "default", baseUrl, "completion", "sim-base-1");
    alias(settings, "base", baseUrl, "completion", "sim-base-1");
    alias(settings, "chat", baseUrl, "chat", "sim-chat-1");
    return settings;
  }

  private static void alias(
      Map<String, String> settings, String alias, String baseUrl, String kind, String model) {
    String key = PREFIX + alias + ".";
    settings.put(key + "base-url", baseUrl + "/v1");
    settings.put(key + "model", model);
    settings.put(key + "kind", kind);
    settings.put(key + "supports-seed", "true");
    settings.put(key + "simulated", "true");
    settings.put(key + "max-n", "128");
    settings.put(key + "top-logprobs", "20");
    settings.put(key + "max-concurrency", "128");
    settings.put(key + "context-window", "32768");
    settings.put(key + "price.input", "20000");
    settings.put(key + "price.cached-input", "10000");
    settings.put(key + "price.output", "60000");
  }
}
