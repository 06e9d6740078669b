package dev.voxpop.benchmarks.peer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured about a peer.
 *
 * @param command how it was started
 * @param greeting checksums of the data it read and its versions
 * @param cold seconds of its start and first run; null if not measured
 * @param runs its further runs
 */
public record PeerReport(
    List<String> command, String greeting, @Nullable Double cold, List<PeerRun> runs) {

  public PeerReport {
    command = List.copyOf(command);
    runs = List.copyOf(runs);
  }

  /** Returns by how much its total differs from ours at most. */
  public double differenceFrom(double total) {
    return runs.stream().mapToDouble(run -> Math.abs(run.total() - total)).max().orElse(0);
  }
}
