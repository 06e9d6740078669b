package dev.voxpop.benchmarks.statistics;

import dev.voxpop.benchmarks.instance.PanelInstance;
import dev.voxpop.benchmarks.matching.ChildReport;
import dev.voxpop.benchmarks.matching.MetricResult;
import dev.voxpop.benchmarks.measure.BenchOptions;
import dev.voxpop.benchmarks.measure.FreshJvm;
import dev.voxpop.benchmarks.measure.Machine;
import dev.voxpop.benchmarks.measure.Timing;
import dev.voxpop.benchmarks.measure.WarmSide;
import dev.voxpop.benchmarks.peer.Peer;
import dev.voxpop.benchmarks.peer.PeerReport;
import dev.voxpop.benchmarks.peer.PeerRun;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures the human lower bound: 10,000 splits here, 20 splits in a data frame beside it.
 *
 * <p>The peer gets the first 20 halves as bits and its time is projected; both sides must agree on
 * the sum of the mean distances over those splits. A rewrite of the peer with matrix products is
 * always shown with a ratio of its own.
 */
public final class BoundBench {

  private static final double TOLERANCE = 1e-10;
  private static final String SCRIPT = "bound.py";

  /** The published starts of the hashes of the data. */
  private static final String ANSWERS = "2fcd0061bf095b3f";

  private static final String WEIGHTS = "6fe9bc8e844fab7e";

  private final BoundMetric metric;
  private final BenchOptions options;
  private final MetricResult.Basis basis =
      Machine.isBusy() ? MetricResult.Basis.CPU : MetricResult.Basis.WALL;
  private final List<String> checks = new ArrayList<>();
  private boolean valid = true;

  private BoundBench(BoundMetric metric, BenchOptions options) {
    this.metric = metric;
    this.options = options;
  }

  /** Measures a metric. */
  public static MetricResult measure(BoundMetric metric, BenchOptions options) throws IOException {
    return new BoundBench(metric, options).measure();
  }

  /** Measures in this process and prints what {@link ChildReport#parse} reads. */
  public static void print(BoundMetric metric, int runs, PrintStream out) {
    out.println("start " + ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
    BoundRuns ours = BoundRuns.of(metric);
    for (int run = 0; run < runs; run++) {
      Timing timing = ours.run();
      out.println("run " + timing.seconds() + " " + timing.cpu());
    }
    out.printf(Locale.ROOT, "end %d 0 0 true%n", Machine.peakHeap());
  }

  private MetricResult measure() throws IOException {
    Double cold =
        FreshJvm.run(List.of(), List.of("bench", metric.text(), "--child", "--repeat", "1"))
            .map(ChildReport::parse)
            .map(report -> report.start() + report.runs().getFirst().seconds())
            .orElse(null);
    BoundRuns ours = BoundRuns.of(metric);
    check("answers", ours.instance().codesChecksum().equals(ANSWERS));
    check("weights", ours.instance().weightsChecksum().equals(WEIGHTS));
    double total = ours.total(BoundMetric.PEER_SPLITS);
    check("first splits", Math.abs(total - metric.total()) <= 1e-9);
    WarmSide own = WarmSide.of(ours::run, basis::of);
    List<Timing> warm = new ArrayList<>();
    Optional<Path> folder = folder(ours);
    Optional<PeerReport> peer =
        folder.map(
            path -> beside(path, metric.text(), options.repeat(), () -> warm.add(own.measure())));
    while (warm.size() < options.repeat()) {
      warm.add(own.measure());
    }
    MetricResult alone = result(cold, warm, peer);
    Optional<PeerReport> rewrite =
        folder.map(
            path -> beside(path, metric.text() + "v", Math.min(3, options.repeat()), () -> {}));
    peer.ifPresent(report -> checkPeer(report, total));
    rewrite.ifPresent(report -> checkRewrite(report, total, alone));
    checks.add(own.history());
    return alone.with(rewrite.orElse(null), checks, valid);
  }

  private MetricResult result(@Nullable Double cold, List<Timing> warm, Optional<PeerReport> peer) {
    return new MetricResult(
        metric.text(),
        "panel %dx%d".formatted(PanelInstance.PEOPLE, PanelInstance.QUESTIONS),
        Map.of("answers", ANSWERS, "weights", WEIGHTS),
        Machine.cores(),
        cold,
        warm,
        peer.orElse(null),
        null,
        basis,
        metric.must(),
        checks,
        valid,
        null);
  }

  /** One way of the peer, with our own run before each of its own. */
  private PeerReport beside(Path folder, String way, int rounds, Runnable own) {
    var script = new Peer.Script(SCRIPT, way, PanelInstance.QUESTIONS);
    try (Peer peer = Peer.start(options.python(), folder, script)) {
      double cold = peer.start().seconds() + scaled(peer.run()).timing().seconds();
      List<PeerRun> runs = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        own.run();
        runs.add(scaled(peer.run()));
      }
      return new PeerReport(peer.command(), peer.greeting(), cold, runs);
    }
  }

  private void checkPeer(PeerReport peer, double total) {
    double difference = peer.differenceFrom(total);
    check("peer's distances differ by %.0e".formatted(difference), difference <= TOLERANCE);
    check("same data", peer.greeting().contains(ANSWERS) && peer.greeting().contains(WEIGHTS));
    checks.add(
        "peer projected from %d of %d splits"
            .formatted(BoundMetric.PEER_SPLITS, BoundMetric.SPLITS));
  }

  /** The stronger peer: the same numbers with matrix products instead of frames. */
  private void checkRewrite(PeerReport rewrite, double total, MetricResult result) {
    double difference = rewrite.differenceFrom(total);
    check(
        String.format(
            Locale.ROOT,
            "vectorised numpy beside it %.1f s, %.0fx, differs by %.0e",
            result.theirs(rewrite).median(),
            result.ratio(rewrite),
            difference),
        difference <= TOLERANCE);
  }

  /** The data as files for peers; empty when there is no peer. */
  private Optional<Path> folder(BoundRuns ours) throws IOException {
    if (options.peers() == BenchOptions.Peers.NONE
        || !Peer.isInstalled(options.python(), "numpy,pandas")) {
      checks.add("peer missing");
      return Optional.empty();
    }
    Path folder = Files.createTempDirectory("voxpop-bench");
    Files.write(folder.resolve("answers"), ours.instance().codeBytes());
    Files.write(folder.resolve("weights"), ours.instance().weightBytes());
    Files.write(folder.resolve("halves"), ours.halfBytes());
    return Optional.of(folder);
  }

  private static PeerRun scaled(PeerRun run) {
    double factor = BoundMetric.SPLITS / (double) BoundMetric.PEER_SPLITS;
    Timing timing = run.timing();
    return new PeerRun(new Timing(timing.seconds() * factor, timing.cpu() * factor), run.total());
  }

  private void check(String what, boolean holds) {
    checks.add(what + (holds ? " ok" : " WRONG"));
    valid &= holds;
  }
}
