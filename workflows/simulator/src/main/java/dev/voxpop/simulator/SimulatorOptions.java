package dev.voxpop.simulator;

import dev.voxpop.simulator.server.Limits;
import dev.voxpop.simulator.server.Pace;
import dev.voxpop.simulator.server.Price;
import dev.voxpop.simulator.speaking.Failings;

/**
 * How a simulator runs.
 *
 * @param host the address to bind
 * @param port the port to bind; 0 takes a free one
 * @param seed names the dice: whom the model dreams up and what it answers; the society is the same
 *     under every seed
 * @param pace how long replies take
 * @param limits what is refused with 429
 * @param price what {@code /stats} charges
 * @param style how readable answers are
 * @param failings how often the model fails on purpose
 */
public record SimulatorOptions(
    String host,
    int port,
    long seed,
    Pace pace,
    Limits limits,
    Price price,
    Style style,
    Failings failings) {
  /** Loopback, a free port, seed 0, no latency, no limits, a small model's price, usual answers. */
  public static final SimulatorOptions DEFAULTS =
      new SimulatorOptions(
          "127.0.0.1",
          0,
          0,
          Pace.IMMEDIATE,
          Limits.NONE,
          new Price(150_000, 600_000),
          Style.USUAL,
          Failings.USUAL);

  public SimulatorOptions {
    if (host.isBlank()) {
      throw new IllegalArgumentException("The host is blank.\nMaybe 127.0.0.1 was meant.");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "Port " + port + " is not in 0 … 65535.\nMaybe a digit slipped in.");
    }
  }

  /** How answers to choice questions are put. */
  public enum Style {
    /** In the manners of real models, a few of them unreadable. */
    USUAL,
    /** Always the bare mark. */
    PLAIN
  }

  /** The same with another port. */
  public SimulatorOptions withPort(int newPort) {
    return new SimulatorOptions(host, newPort, seed, pace, limits, price, style, failings);
  }

  /** The same with another seed. */
  public SimulatorOptions withSeed(long newSeed) {
    return new SimulatorOptions(host, port, newSeed, pace, limits, price, style, failings);
  }

  /** The same with another pace. */
  public SimulatorOptions withPace(Pace newPace) {
    return new SimulatorOptions(host, port, seed, newPace, limits, price, style, failings);
  }

  /** The same with other limits. */
  public SimulatorOptions withLimits(Limits newLimits) {
    return new SimulatorOptions(host, port, seed, pace, newLimits, price, style, failings);
  }

  /** The same with another style of answers. */
  public SimulatorOptions withStyle(Style newStyle) {
    return new SimulatorOptions(host, port, seed, pace, limits, price, newStyle, failings);
  }

  /** The same with other failings. */
  public SimulatorOptions withFailings(Failings newFailings) {
    return new SimulatorOptions(host, port, seed, pace, limits, price, style, newFailings);
  }
}
