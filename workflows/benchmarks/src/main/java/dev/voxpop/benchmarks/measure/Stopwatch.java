package dev.voxpop.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/** Takes the time on the wall and the CPU time of this process or of the calling thread. */
public final class Stopwatch {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final LongSupplier meter;
  private final long nanos;
  private final long cpu;

  private Stopwatch(LongSupplier meter) {
    this.meter = meter;
    this.cpu = meter.getAsLong();
    this.nanos = System.nanoTime();
  }

  /** Starts with the CPU time of all threads, the compiler's and collector's included. */
  public static Stopwatch start() {
    return new Stopwatch(SYSTEM::getProcessCpuTime);
  }

  /** Starts with the CPU time of the calling thread alone. */
  public static Stopwatch ofThisThread() {
    return new Stopwatch(THREADS::getCurrentThreadCpuTime);
  }

  /** Returns the time since the start. */
  public Timing stop() {
    double seconds = (System.nanoTime() - nanos) / 1e9;
    return new Timing(seconds, (meter.getAsLong() - cpu) / 1e9);
  }
}
