package dev.voxpop.standalone.run;

import dev.voxpop.standalone.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * CPU time of this process and of the servers beside it, PostgreSQL and Temporal; the simulator is
 * left out, because with a real model its work is done elsewhere.
 */
public final class CpuMeter {

  private static final List<String> PID_FILES = List.of("postgres/postmaster.pid");

  private final Installation installation;
  private final double before;

  private CpuMeter(Installation installation) {
    this.installation = installation;
    this.before = total();
  }

  /** Begins to measure. */
  public static CpuMeter start(Installation installation) {
    return new CpuMeter(installation);
  }

  /** Seconds since the start of the measurement. */
  public double seconds() {
    return total() - before;
  }

  private double total() {
    Stream<ProcessHandle> servers =
        PID_FILES.stream().flatMap(file -> handle(file).stream()).flatMap(CpuMeter::family);
    return Stream.concat(Stream.of(ProcessHandle.current()), servers)
        .mapToDouble(CpuMeter::cpu)
        .sum();
  }

  private Optional<ProcessHandle> handle(String file) {
    Path path = installation.dataDir().resolve(file);
    try (Stream<String> lines = Files.lines(path)) {
      return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Stream<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants());
  }

  private static double cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3;
  }
}
