package dev.voxpop.benchmarks.matching;

import dev.voxpop.benchmarks.instance.JoinInstance;
import dev.voxpop.benchmarks.measure.BenchOptions;
import dev.voxpop.benchmarks.measure.FreshJvm;
import dev.voxpop.benchmarks.measure.Machine;
import dev.voxpop.benchmarks.measure.Timing;
import dev.voxpop.benchmarks.measure.WarmSide;
import dev.voxpop.benchmarks.peer.Peer;
import dev.voxpop.benchmarks.peer.PeerReport;
import dev.voxpop.benchmarks.peer.PeerRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Measures a matching metric: both sides in turn, on the same data, in one run. */
public final class MetricBench {

  private static final int STRONGER_RUNS = 3;
  private static final String TWO_GIBIBYTES = "-Xmx2g";

  private final MatchingMetric metric;
  private final BenchOptions options;
  private final MetricResult.Basis basis;
  private final List<String> checks = new ArrayList<>();
  private boolean valid = true;

  private MetricBench(MatchingMetric metric, BenchOptions options) {
    this.metric = metric;
    this.options = options;
    this.basis = basis(metric);
  }

  /** Seconds that stand for themselves are those on the wall, however busy the machine is. */
  private static MetricResult.Basis basis(MatchingMetric metric) {
    return metric.hasPeer() && Machine.isBusy() ? MetricResult.Basis.CPU : MetricResult.Basis.WALL;
  }

  /** Measures a metric. */
  public static MetricResult measure(MatchingMetric metric, BenchOptions options)
      throws IOException {
    var bench = new MetricBench(metric, options);
    return metric.hasPeer() ? bench.besideAPeer() : bench.alone();
  }

  /** In a process of its own with little memory. */
  private MetricResult alone() {
    int runs = WarmSide.WARM_UPS + options.repeat();
    Optional<ChildReport> report = child(runs, List.of(TWO_GIBIBYTES));
    if (report.isEmpty()) {
      throw new IllegalStateException(
          "%s needs a process of its own, and this one was not started from a jar.\nMaybe use ./voxpop bench?"
              .formatted(metric.text()));
    }
    ChildReport child = report.orElseThrow();
    check("total", child.published());
    check("duals, gap " + child.gap(), child.gap() <= 1e-9 * metric.total());
    checks.add("heap at most %d MiB of 2048".formatted(child.peakHeap() >> 20));
    return result(
        child.start() + child.runs().getFirst().seconds(),
        child.runs().subList(WarmSide.WARM_UPS, runs),
        Optional.empty(),
        child.peakHeap());
  }

  private MetricResult besideAPeer() throws IOException {
    Double cold =
        child(1, List.of())
            .map(report -> report.start() + report.runs().getFirst().seconds())
            .orElse(null);
    OurRuns ours =
        switch (basis) {
          case WALL -> OurRuns.onAllCores(metric);
          case CPU -> OurRuns.onOneThread(metric);
        };
    WarmSide own = WarmSide.of(ours::run, basis::of);
    List<Timing> warm = new ArrayList<>();
    Optional<PeerSide> peer = peer(ours);
    for (int round = 0; round < options.repeat(); round++) {
      warm.add(own.measure());
      peer.ifPresent(PeerSide::run);
    }
    check("total", ours.isPublishedTotal());
    ours.certificate()
        .ifPresent(
            proof ->
                check(
                    "duals, gap " + proof.gap(), proof.gap() <= 1e-9 * Math.max(1, proof.total())));
    peer.ifPresent(side -> checkPeer(side, ours));
    ours.check()
        .ifPresent(check -> checks.add("proof checked in %.4f s".formatted(basis.of(check))));
    MetricResult result = result(cold, warm, peer, null);
    PeerReport stronger = peer.map(side -> stronger(side, ours, result)).orElse(null);
    checks.add(own.history());
    return result.with(stronger, checks, valid);
  }

  /** A way that is seldom taken but faster is shown too, with its own ratio. */
  private @Nullable PeerReport stronger(PeerSide usual, OurRuns ours, MetricResult result) {
    if (metric.strongerWay().isEmpty()) {
      return null;
    }
    String way = metric.strongerWay().orElseThrow();
    try (Peer peer = Peer.start(options.python(), usual.folder, way, metric.kind().divisor())) {
      double cold = peer.start().seconds() + peer.run().timing().seconds();
      List<PeerRun> runs = new ArrayList<>();
      for (int run = 0; run < Math.min(STRONGER_RUNS, options.repeat()); run++) {
        runs.add(peer.run());
      }
      var report = new PeerReport(peer.command(), peer.greeting(), cold, runs);
      double difference = report.differenceFrom(ours.total());
      check(
          "sparse solver beside it %.3f s, %.0fx, total differs by %.0e"
              .formatted(result.theirs(report).median(), result.ratio(report), difference),
          difference <= 1e-9 * Math.max(1, ours.total()));
      return report;
    }
  }

  private void checkPeer(PeerSide side, OurRuns ours) {
    double difference = side.report().differenceFrom(ours.total());
    check(
        "peer's total differs by %.0e".formatted(difference),
        difference <= 1e-9 * Math.max(1, ours.total()));
    check(
        "same data",
        side.peer.greeting().contains(ours.instance().humansChecksum(metric.humans()))
            && side.peer.greeting().contains(ours.instance().personasChecksum(metric.personas())));
    side.peer.close();
  }

  private Optional<PeerSide> peer(OurRuns ours) throws IOException {
    if (options.peers() == BenchOptions.Peers.NONE
        || !Peer.isInstalled(options.python(), metric.modules())) {
      checks.add("peer missing");
      return Optional.empty();
    }
    Path folder = Files.createTempDirectory("voxpop-bench");
    Files.write(folder.resolve("people"), ours.instance().humanBytes(metric.humans()));
    Files.write(folder.resolve("personas"), ours.instance().personaBytes(metric.personas()));
    if (ours.rows().isPresent()) {
      JoinInstance rows = ours.rows().orElseThrow();
      Files.write(folder.resolve("numbers"), rows.numberBytes());
      Files.writeString(
          folder.resolve("stories"),
          IntStream.range(0, metric.personas())
              .mapToObj(rows::story)
              .collect(Collectors.joining("\n")));
    }
    return Optional.of(
        new PeerSide(
            Peer.start(options.python(), folder, metric.text(), metric.kind().divisor()), folder));
  }

  private Optional<ChildReport> child(int runs, List<String> flags) {
    return FreshJvm.run(
            flags, List.of("bench", metric.text(), "--child", "--repeat", Integer.toString(runs)))
        .map(ChildReport::parse);
  }

  private void check(String what, boolean holds) {
    checks.add(what + (holds ? " ok" : " WRONG"));
    valid &= holds;
  }

  private MetricResult result(
      @Nullable Double cold, List<Timing> warm, Optional<PeerSide> peer, @Nullable Long peakHeap) {
    return new MetricResult(
        metric.text(),
        metric.instance(),
        metric.checksums(),
        basis == MetricResult.Basis.CPU ? 1 : Machine.cores(),
        cold,
        warm,
        peer.map(PeerSide::report).orElse(null),
        null,
        basis,
        metric.must(),
        checks,
        valid,
        peakHeap);
  }

  /** The peer's first run, and those that count. */
  private static final class PeerSide {

    private final Peer peer;
    private final Path folder;
    private final PeerRun first;
    private final List<PeerRun> runs = new ArrayList<>();

    PeerSide(Peer peer, Path folder) {
      this.peer = peer;
      this.folder = folder;
      this.first = peer.run();
    }

    void run() {
      runs.add(peer.run());
    }

    PeerReport report() {
      double cold = peer.start().seconds() + first.timing().seconds();
      return new PeerReport(peer.command(), peer.greeting(), cold, runs);
    }
  }
}
