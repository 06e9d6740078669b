package dev.voxpop.benchmarks.matching;

import dev.voxpop.benchmarks.measure.Machine;
import dev.voxpop.benchmarks.measure.Timing;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What a fresh process measured.
 *
 * @param start seconds from the start of the process until the command ran
 * @param runs in order; the first one is cold
 * @param peakHeap most bytes in use, the data of the benchmark included
 * @param gap largest of certificate gap and violation; 0 without certificate
 */
public record ChildReport(
    double start, List<Timing> runs, long peakHeap, double total, double gap, boolean published) {

  public ChildReport {
    runs = List.copyOf(runs);
  }

  /** Measures in this process and prints what {@link #parse} reads. */
  public static void print(MatchingMetric metric, int runs, PrintStream out) {
    out.println("start " + ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
    OurRuns ours = OurRuns.onAllCores(metric);
    for (int run = 0; run < runs; run++) {
      Timing timing = ours.run();
      out.println("run " + timing.seconds() + " " + timing.cpu());
    }
    double gap =
        ours.certificate().map(proof -> Math.max(proof.gap(), proof.violation())).orElse(0.0);
    out.println(
        "end %d %s %s %s"
            .formatted(Machine.peakHeap(), ours.total(), gap, ours.isPublishedTotal()));
  }

  /** Reads the lines that a process printed. */
  public static ChildReport parse(List<String> lines) {
    double start = 0;
    List<Timing> runs = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "start" -> start = Double.parseDouble(words[1]);
        case "run" ->
            runs.add(new Timing(Double.parseDouble(words[1]), Double.parseDouble(words[2])));
        case "end" -> {
          return new ChildReport(
              start,
              runs,
              Long.parseLong(words[1]),
              Double.parseDouble(words[2]),
              Double.parseDouble(words[3]),
              Boolean.parseBoolean(words[4]));
        }
        default -> {}
      }
    }
    throw new IllegalStateException(
        "A process measured nothing: %s.\nMaybe it failed; run it by hand?".formatted(lines));
  }
}
