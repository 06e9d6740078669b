package dev.voxpop.benchmarks.matching;

import dev.voxpop.benchmarks.measure.Spread;
import dev.voxpop.benchmarks.measure.Timing;
import dev.voxpop.benchmarks.peer.PeerReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A measured metric.
 *
 * @param checksums of the data, by what they are of
 * @param threads of our side
 * @param cold seconds of the first run of a fresh process, its start included; null if not measured
 * @param warm our runs after warming up
 * @param peer the usual way; null without peer
 * @param stronger a faster way that is seldom taken; null without one
 * @param basis what the ratio compares
 * @param checks what was checked, in words
 * @param peakHeap most bytes in use; null where not measured
 */
public record MetricResult(
    String metric,
    String instance,
    Map<String, String> checksums,
    int threads,
    @Nullable Double cold,
    List<Timing> warm,
    @Nullable PeerReport peer,
    @Nullable PeerReport stronger,
    Basis basis,
    double must,
    List<String> checks,
    boolean valid,
    @Nullable Long peakHeap) {

  public MetricResult {
    checksums = Map.copyOf(checksums);
    warm = List.copyOf(warm);
    checks = List.copyOf(checks);
  }

  /** What a ratio compares. */
  public enum Basis {
    /** Wall time, on a machine that does little else. */
    WALL,
    /** CPU time of the threads at work, on a machine that does other things too. */
    CPU;

    /** Returns the seconds that are compared. */
    public double of(Timing timing) {
      return switch (this) {
        case WALL -> timing.seconds();
        case CPU -> timing.cpu();
      };
    }
  }

  /** Returns the result with a stronger peer and what was found out afterwards. */
  public MetricResult with(@Nullable PeerReport faster, List<String> all, boolean stillValid) {
    return new MetricResult(
        metric,
        instance,
        checksums,
        threads,
        cold,
        warm,
        peer,
        faster,
        basis,
        must,
        all,
        stillValid,
        peakHeap);
  }

  /** Returns our warm times on the basis of the comparison. */
  public Spread ours() {
    return Spread.of(warm.stream().map(basis::of).toList());
  }

  /** Returns how many times longer the peer takes; empty without peer. */
  public OptionalDouble ratio() {
    return peer == null ? OptionalDouble.empty() : OptionalDouble.of(ratio(peer));
  }

  /** Returns how many times longer a peer takes. */
  public double ratio(PeerReport other) {
    return theirs(other).median() / ours().median();
  }

  /** Returns a peer's times on the basis of the comparison. */
  public Spread theirs(PeerReport other) {
    return Spread.of(other.runs().stream().map(run -> basis.of(run.timing())).toList());
  }

  /** Returns whether what was measured is as fast as it must be; true when nothing can be said. */
  public boolean holds() {
    if (metric.equals("h1s")) {
      return Spread.of(warm.stream().map(Timing::seconds).toList()).least() <= must
          && (peakHeap == null || peakHeap <= 2L << 30);
    }
    return ratio().isEmpty() || ratio().getAsDouble() >= must;
  }

  /** Returns the result as a line of the table. */
  public String line() {
    Spread ours = ours();
    String theirs = peer == null ? "–" : seconds(theirs(peer).median());
    String words = String.join(", ", checks) + (basis == Basis.CPU ? ", noisy (CPU time)" : "");
    return String.format(
        Locale.ROOT,
        "%-6s %-23s %-9s %-9s %-19s %-9s %-8s %-8s %s",
        metric,
        instance,
        cold == null ? "–" : seconds(cold),
        seconds(ours.median()),
        seconds(ours.least()) + "–" + seconds(ours.most()),
        theirs,
        ratio().isEmpty() ? "–" : "%.0fx".formatted(ratio().getAsDouble()),
        metric.equals("h1s") ? seconds(must) : "%.0fx".formatted(must),
        valid ? words : "void: " + words);
  }

  /** Returns the head of the table. */
  public static String head() {
    return String.format(
        "%-6s %-23s %-9s %-9s %-19s %-9s %-8s %-8s %s",
        "metric",
        "instance",
        "ours cold",
        "ours warm",
        "least–most",
        "peer",
        "ratio",
        "must",
        "check");
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, value < 0.1 ? "%.4f s" : "%.3f s", value);
  }
}
