package dev.voxpop.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Takes the time of this process from its start. */
public final class Stopwatch {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final long nanos;
  private final long cpu;

  private Stopwatch() {
    this.cpu = SYSTEM.getProcessCpuTime();
    this.nanos = System.nanoTime();
  }

  public static Stopwatch start() {
    return new Stopwatch();
  }

  /** Returns the time since the start. */
  public Timing stop() {
    double seconds = (System.nanoTime() - nanos) / 1e9;
    return new Timing(seconds, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
  }
}
