package dev.voxpop.contracts.experiments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run will buy, as intervals with their assumptions.
 *
 * @param people respondents drawn
 * @param questions questions asked
 * @param cells planned answers of all arms
 * @param callsLow fewest model calls; {@code callsHigh} the most
 * @param tokensLow fewest tokens; {@code tokensHigh} the most
 * @param microsLow least cost in 10⁻⁶ of the currency; null = a price is unknown
 * @param microsHigh highest cost; null = a price is unknown
 * @param lines one line per stage, for people
 */
public record Plan(
    int people,
    int questions,
    long cells,
    long callsLow,
    long callsHigh,
    long tokensLow,
    long tokensHigh,
    @Nullable Long microsLow,
    @Nullable Long microsHigh,
    List<String> lines) {

  /** Copies the list. */
  public Plan {
    lines = List.copyOf(lines);
  }
}
