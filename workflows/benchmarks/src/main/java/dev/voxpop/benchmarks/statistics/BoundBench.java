package dev.voxpop.benchmarks.statistics;

import dev.voxpop.benchmarks.instance.PanelInstance;
import dev.voxpop.benchmarks.matching.ChildReport;
import dev.voxpop.benchmarks.matching.MetricResult;
import dev.voxpop.benchmarks.measure.BenchOptions;
import dev.voxpop.benchmarks.measure.FreshJvm;
import dev.voxpop.benchmarks.measure.Machine;
import dev.voxpop.benchmarks.measure.Timing;
import dev.voxpop.benchmarks.peer.Peer;
import dev.voxpop.benchmarks.peer.PeerRun;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures the human lower bound: 10,000 splits here, 20 splits in a data frame beside it.
 *
 * <p>The peer gets the first 20 halves as bits and its time is projected; both sides must agree on
 * the sum of the mean distances over those splits. A vectorised rewrite of the peer is always shown
 * beside the earth mover's distance.
 */
public final class BoundBench {

  private static final int WARM_UPS = 3;
  private static final double TOLERANCE = 1e-10;
  private static final String SCRIPT = "bound.py";

  private final BoundMetric metric;
  private final BenchOptions options;
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
    MetricResult.Basis basis = Machine.isBusy() ? MetricResult.Basis.CPU : MetricResult.Basis.WALL;
    Double cold =
        FreshJvm.run(List.of(), List.of("bench", metric.text(), "--child", "--repeat", "1"))
            .map(ChildReport::parse)
            .map(report -> report.start() + report.runs().getFirst().seconds())
            .orElse(null);
    BoundRuns ours = BoundRuns.of(metric);
    check("answers", ours.instance().codesChecksum().equals("2fcd0061bf095b3f"));
    check("weights", ours.instance().weightsChecksum().equals("6fe9bc8e844fab7e"));
    double total = ours.total(BoundMetric.PEER_SPLITS);
    check("first splits", Math.abs(total - metric.total()) <= 1e-9);
    for (int run = 0; run < WARM_UPS; run++) {
      ours.run();
    }
    List<Timing> warm = new ArrayList<>();
    List<PeerRun> theirs = new ArrayList<>();
    Optional<Peer> peer = peer(ours);
    Double peerCold =
        peer.map(p -> p.start().seconds() + scaled(p.run()).timing().seconds()).orElse(null);
    for (int round = 0; round < options.repeat(); round++) {
      warm.add(ours.run());
      peer.ifPresent(p -> theirs.add(scaled(p.run())));
    }
    peer.ifPresent(p -> checkPeer(p, theirs, total));
    return new MetricResult(
        metric.text(),
        "panel %dx%d".formatted(PanelInstance.PEOPLE, PanelInstance.QUESTIONS),
        Machine.cores(),
        cold,
        warm,
        peerCold,
        theirs,
        peer.map(Peer::command).orElse(List.of()),
        peer.map(Peer::greeting).orElse(""),
        basis,
        metric.must(),
        checks,
        valid,
        null);
  }

  private void checkPeer(Peer peer, List<PeerRun> runs, double total) {
    double difference =
        runs.stream().mapToDouble(run -> Math.abs(run.total() - total)).max().orElse(0);
    check("peer's distances differ by %.0e".formatted(difference), difference <= TOLERANCE);
    check(
        "same data",
        peer.greeting().contains("2fcd0061bf095b3f")
            && peer.greeting().contains("6fe9bc8e844fab7e"));
    checks.add(
        "peer projected from %d of %d splits"
            .formatted(BoundMetric.PEER_SPLITS, BoundMetric.SPLITS));
    peer.close();
  }

  private Optional<Peer> peer(BoundRuns ours) throws IOException {
    if (options.peers() == BenchOptions.Peers.NONE
        || !Peer.isInstalled(options.python(), "numpy,pandas")) {
      checks.add("peer missing");
      return Optional.empty();
    }
    Path folder = Files.createTempDirectory("voxpop-bench");
    Files.write(folder.resolve("answers"), ours.instance().codeBytes());
    Files.write(folder.resolve("weights"), ours.instance().weightBytes());
    Files.write(folder.resolve("halves"), ours.halfBytes());
    if (metric == BoundMetric.H2E) {
      rewrite(folder);
    }
    return Optional.of(start(folder, metric.text()));
  }

  /** The stronger peer: the same numbers with histograms instead of frames. */
  private void rewrite(Path folder) {
    try (Peer vectorised = start(folder, metric.text() + "v")) {
      vectorised.run();
      PeerRun run = scaled(vectorised.run());
      checks.add(
          String.format(
              Locale.ROOT,
              "vectorised numpy %.1f s (CPU %.1f s)",
              run.timing().seconds(),
              run.timing().cpu()));
      check("its distances", Math.abs(run.total() - metric.total()) <= 1e-9);
    }
  }

  private Peer start(Path folder, String way) {
    return Peer.start(
        options.python(), folder, new Peer.Script(SCRIPT, way, PanelInstance.QUESTIONS));
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
