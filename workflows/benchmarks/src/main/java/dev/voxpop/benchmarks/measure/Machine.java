package dev.voxpop.benchmarks.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine and its state. */
public final class Machine {

  private static final int ROUNDS = 10_000;
  private static final int STEPS = 100_000;

  private Machine() {}

  public static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Returns how many processes wanted a core during the last minute; negative when unknown. */
  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** Returns whether others use so much of the machine that only CPU time can be compared. */
  public static boolean isBusy() {
    return load() >= cores() / 2.0;
  }

  /** Returns the processor's name, or that it is unknown. */
  public static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.replaceFirst(".*: *", ""))
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  /**
   * Returns a bound on the heap that was in use at any time, in bytes: the peaks of its parts,
   * which need not have come together, or all there is.
   */
  public static long peakHeap() {
    long peaks = peaksOfParts();
    return Math.min(peaks, Runtime.getRuntime().maxMemory());
  }

  private static long peaksOfParts() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
        .sum();
  }

  /** Returns how long 10⁹ mixing steps take: a measure of the machine's speed. */
  public static Calibration calibrate() {
    long sum = mix(ROUNDS);
    var watch = Stopwatch.start();
    sum += mix(ROUNDS);
    return new Calibration(watch.stop().seconds(), sum);
  }

  /** Many short rounds, so that the same compiled code runs each time. */
  private static long mix(int rounds) {
    long sum = 0;
    for (int round = 0; round < rounds; round++) {
      sum += steps(round);
    }
    return sum;
  }

  private static long steps(long start) {
    long sum = 0;
    for (int step = 0; step < STEPS; step++) {
      long z = (start + step) * 0x9E3779B97F4A7C15L;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      sum += z ^ (z >>> 31);
    }
    return sum;
  }

  /**
   * A measure of the machine's speed.
   *
   * @param sum what the steps came to, so that they cannot be left out
   */
  public record Calibration(double seconds, long sum) {

    /** Returns whether another measure differs by more than a tenth. */
    public boolean driftsFrom(Calibration other) {
      return Math.abs(seconds / other.seconds - 1) > 0.1;
    }
  }
}
