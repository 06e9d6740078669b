package dev.voxpop.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.voxpop.benchmarks.matching.ChildReport;
import dev.voxpop.benchmarks.matching.MatchingMetric;
import dev.voxpop.benchmarks.matching.MetricBench;
import dev.voxpop.benchmarks.matching.MetricResult;
import dev.voxpop.benchmarks.measure.BenchOptions;
import dev.voxpop.benchmarks.measure.Machine;
import dev.voxpop.benchmarks.statistics.BoundBench;
import dev.voxpop.benchmarks.statistics.BoundMetric;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Measures metrics one after the other and prints a line for each. */
public final class Bench {

  private final BenchOptions options;
  private final PrintStream out;

  private Bench(BenchOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** How a run of the benchmark ended. */
  public enum Outcome {
    /** Every measured must holds and every check passes. */
    HOLDS,
    /** A must or a check fails. */
    FAILS,
    /** A metric that was asked for cannot be measured here. */
    CANNOT_RUN
  }

  /** Measures what the options name. */
  public static Outcome run(BenchOptions options, PrintStream out) throws IOException {
    return new Bench(options, out).run();
  }

  /** Measures our side of one metric in this process and prints raw times. */
  public static void child(BenchOptions options, PrintStream out) {
    for (String name : options.metrics()) {
      Optional<BoundMetric> bound = BoundMetric.named(name);
      if (bound.isPresent()) {
        BoundBench.print(bound.get(), options.repeat(), out);
      } else {
        ChildReport.print(MatchingMetric.named(name).orElseThrow(), options.repeat(), out);
      }
    }
  }

  private Outcome run() throws IOException {
    List<String> unknown =
        options.metrics().stream().filter(name -> !names().contains(fold(name))).toList();
    if (!unknown.isEmpty()) {
      out.println("Metrics %s cannot be measured.\nMaybe use %s?".formatted(unknown, names()));
      return Outcome.CANNOT_RUN;
    }
    Machine.Calibration before = Machine.calibrate();
    out.printf(
        Locale.ROOT,
        "machine %d cores (%s)  java %s  load %.1f  calibration %.2f s%n%s%n",
        Machine.cores(),
        Machine.processor(),
        Runtime.version().feature(),
        Machine.load(),
        before.seconds(),
        MetricResult.head());
    List<MetricResult> results = new ArrayList<>();
    for (String name : options.metrics().isEmpty() ? names() : options.metrics()) {
      MetricResult result = measure(name);
      out.println(result.line());
      results.add(result);
    }
    Machine.Calibration after = Machine.calibrate();
    out.printf(
        Locale.ROOT,
        "calibration afterwards %.2f s%s%n",
        after.seconds(),
        after.driftsFrom(before) ? ": the machine's speed drifted, measure again" : "");
    write(results, before, after);
    boolean holds = results.stream().allMatch(result -> result.valid() && result.holds());
    return holds ? Outcome.HOLDS : Outcome.FAILS;
  }

  private MetricResult measure(String name) throws IOException {
    Optional<BoundMetric> bound = BoundMetric.named(name);
    return bound.isPresent()
        ? BoundBench.measure(bound.get(), options)
        : MetricBench.measure(MatchingMetric.named(name).orElseThrow(), options);
  }

  private static List<String> names() {
    return Stream.concat(
            Arrays.stream(MatchingMetric.values()).map(MatchingMetric::text),
            Arrays.stream(BoundMetric.values()).map(BoundMetric::text))
        .toList();
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private void write(
      List<MetricResult> results, Machine.Calibration before, Machine.Calibration after)
      throws IOException {
    if (options.json().isEmpty()) {
      return;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("cores", Machine.cores());
    document.put("processor", Machine.processor());
    document.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    document.put("java", System.getProperty("java.runtime.version"));
    document.put("vm", System.getProperty("java.vm.name"));
    document.put("flags", ManagementFactory.getRuntimeMXBean().getInputArguments());
    document.put("heap", Runtime.getRuntime().maxMemory());
    document.put("load", Machine.load());
    document.put("drift", after.driftsFrom(before));
    document.put("calibration", List.of(before.seconds(), after.seconds()));
    document.put("metrics", results);
    Path file = options.json().orElseThrow();
    new ObjectMapper()
        .registerModule(new Jdk8Module())
        .writerWithDefaultPrettyPrinter()
        .writeValue(file.toFile(), document);
  }
}
