package dev.voxpop.simulator;

import dev.voxpop.simulator.server.Latency;
import dev.voxpop.simulator.server.Limits;
import dev.voxpop.simulator.server.Pace;
import dev.voxpop.simulator.server.Price;
import dev.voxpop.simulator.speaking.Failings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Options from the command line, and where it is silent from the environment: {@code --port} or
 * {@code VOXPOP_SIMULATOR_PORT}.
 */
final class CommandLine {
  static final List<String> NAMES =
      List.of(
          "host",
          "port",
          "seed",
          "latency",
          "latency-millis",
          "latency-sigma",
          "token-micros",
          "concurrency",
          "requests-per-minute",
          "tokens-per-minute",
          "input-price",
          "output-price",
          "style",
          "unreadable",
          "flawed-stories",
          "wrong-verdicts",
          "ignored-schemas");
  static final int DEFAULT_PORT = 8089;

  private final Map<String, String> given;

  private CommandLine(Map<String, String> given) {
    this.given = given;
  }

  static SimulatorOptions parse(List<String> arguments, Map<String, String> environment) {
    Map<String, String> given = new HashMap<>();
    for (String name : NAMES) {
      String value =
          environment.get("VOXPOP_SIMULATOR_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
      if (value != null && !value.isBlank()) {
        given.put(name, value.strip());
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      boolean joined = equals > 0;
      String name = name(joined ? argument.substring(0, equals) : argument);
      if (!joined && i + 1 == arguments.size()) {
        throw new IllegalArgumentException(
            "Option " + argument + " has no value.\nMaybe it is the last word by mistake.");
      }
      given.put(name, joined ? argument.substring(equals + 1) : arguments.get(++i));
    }
    return new CommandLine(given).options();
  }

  private static String name(String word) {
    String name = word.startsWith("--") ? word.substring(2) : word;
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "Unknown option "
              + word
              + ".\nMaybe one of --"
              + String.join(", --", NAMES)
              + " was meant.");
    }
    return name;
  }

  private SimulatorOptions options() {
    return new SimulatorOptions(
        text("host", "127.0.0.1"),
        (int) number("port", DEFAULT_PORT),
        number("seed", 0),
        new Pace(latency(), Duration.ofNanos(number("token-micros", 0) * 1_000)),
        new Limits(
            (int) number("concurrency", 0),
            (int) number("requests-per-minute", 0),
            (int) number("tokens-per-minute", 0)),
        Price.perMillion(decimal("input-price", "0.15"), decimal("output-price", "0.60")),
        style(),
        failings());
  }

  private SimulatorOptions.Style style() {
    return switch (text("style", "usual")) {
      case "usual" -> SimulatorOptions.Style.USUAL;
      case "plain" -> SimulatorOptions.Style.PLAIN;
      default ->
          throw new IllegalArgumentException(
              "Unknown style " + text("style", "") + ".\nMaybe usual or plain was meant.");
    };
  }

  private Failings failings() {
    return new Failings(
        decimal("unreadable", "0.03").doubleValue(),
        decimal("flawed-stories", "0.24").doubleValue(),
        decimal("wrong-verdicts", "0.02").doubleValue(),
        decimal("ignored-schemas", "0.01").doubleValue());
  }

  private BigDecimal decimal(String name, String fallback) {
    try {
      return new BigDecimal(text(name, fallback));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Option --"
              + name
              + " is no number: "
              + text(name, fallback)
              + ".\nMaybe a unit was added.",
          e);
    }
  }

  private Latency latency() {
    String mode = text("latency", "none");
    Duration millis = Duration.ofMillis(number("latency-millis", 200));
    return switch (mode) {
      case "none" -> new Latency.None();
      case "fixed" -> new Latency.Fixed(millis);
      case "lognormal" ->
          new Latency.LogNormal(millis, decimal("latency-sigma", "0.5").doubleValue());
      default ->
          throw new IllegalArgumentException(
              "Unknown latency " + mode + ".\nMaybe none, fixed or lognormal was meant.");
    };
  }

  private String text(String name, String fallback) {
    return given.getOrDefault(name, fallback);
  }

  private long number(String name, long fallback) {
    String value = given.get(name);
    try {
      return value == null ? fallback : Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Option --" + name + " is no whole number: " + value + ".\nMaybe a unit was added.", e);
    }
  }
}
