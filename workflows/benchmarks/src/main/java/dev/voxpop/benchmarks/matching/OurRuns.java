package dev.voxpop.benchmarks.matching;

import dev.voxpop.benchmarks.instance.JoinInstance;
import dev.voxpop.benchmarks.instance.MatchingInstance;
import dev.voxpop.benchmarks.measure.Machine;
import dev.voxpop.benchmarks.measure.Stopwatch;
import dev.voxpop.benchmarks.measure.Timing;
import dev.voxpop.matching.assignment.Certificate;
import dev.voxpop.matching.assignment.Matching;
import dev.voxpop.matching.assignment.Workers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our own side of a metric: the data in memory and one measured run after the other. */
public final class OurRuns {

  private final MatchingMetric metric;
  private final MatchingInstance instance;
  private final Optional<JoinInstance> rows;
  private final Workers workers;
  private @Nullable Matching last;

  private OurRuns(MatchingMetric metric, Workers workers) {
    this.metric = metric;
    this.workers = workers;
    this.instance = MatchingInstance.of(metric.kind(), metric.humans(), metric.personas());
    this.rows =
        metric.joins()
            ? Optional.of(JoinInstance.of(metric.humans(), metric.personas()))
            : Optional.empty();
  }

  /** Makes the data of a metric for runs on all cores. */
  public static OurRuns onAllCores(MatchingMetric metric) {
    return new OurRuns(metric, new Workers(Machine.cores()));
  }

  /** Makes the data of a metric for runs on one thread, whose CPU time is all there is. */
  public static OurRuns onOneThread(MatchingMetric metric) {
    return new OurRuns(metric, new Workers(1));
  }

  public MatchingInstance instance() {
    return instance;
  }

  public Optional<JoinInstance> rows() {
    return rows;
  }

  public int threads() {
    return workers.threads();
  }

  /** Measures one run. */
  public Timing run() {
    MatchingStep step = MatchingStep.on(instance);
    var watch = watch();
    Matching matching = step.match(metric.method(), workers);
    int joined = rows.map(join -> step.join(matching, join).size()).orElse(metric.humans());
    Timing timing = watch.stop();
    if (joined != metric.humans()) {
      throw new IllegalStateException(
          "%d rows were joined instead of %d.\nMaybe some people were left out?"
              .formatted(joined, metric.humans()));
    }
    last = matching;
    return timing;
  }

  /** Returns the total of the last run. */
  public double total() {
    return matching().total();
  }

  /** Returns whether the last total is the published one. */
  public boolean isPublishedTotal() {
    return Math.abs(total() - metric.total()) <= 1e-9 * Math.max(1, metric.total());
  }

  /** Returns the proof of the last run, if the method has one. */
  public Optional<Certificate> certificate() {
    return matching().certificate();
  }

  /** Measures the check of the last run's proof alone; empty if the method has none. */
  public Optional<Timing> check() {
    var watch = watch();
    return matching().checkAgain(workers).map(certificate -> watch.stop());
  }

  private Stopwatch watch() {
    return workers.threads() == 1 ? Stopwatch.ofThisThread() : Stopwatch.start();
  }

  private Matching matching() {
    Matching matching = last;
    if (matching == null) {
      throw new IllegalStateException("Nothing was run yet.\nMaybe call run() first?");
    }
    return matching;
  }
}
