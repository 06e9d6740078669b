package dev.voxpop.benchmarks.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to measure, and how often.
 *
 * @param metrics names; empty for all
 * @param repeat runs of each side that count
 * @param python the interpreter that runs peers
 * @param json where all measurements go
 */
public record BenchOptions(
    List<String> metrics, int repeat, Peers peers, String python, Optional<Path> json) {

  public BenchOptions {
    metrics = List.copyOf(metrics);
    if (repeat < 1) {
      throw new IllegalArgumentException(
          "%d runs measure nothing.\nMaybe use --repeat 5?".formatted(repeat));
    }
  }

  /** Whether peers are run. */
  public enum Peers {
    /** Where they are installed. */
    AUTO,
    /** Never. */
    NONE
  }
}
