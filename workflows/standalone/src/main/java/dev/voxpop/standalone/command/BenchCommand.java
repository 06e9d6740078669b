package dev.voxpop.standalone.command;

import dev.voxpop.benchmarks.Bench;
import dev.voxpop.benchmarks.measure.BenchOptions;
import dev.voxpop.standalone.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures our own code beside the usual way to do the same. */
@Command(
    name = "bench",
    description =
        "Measure matching and bounds beside numpy, SciPy and pandas: h1 h1d h1e h1g h1s h2 h2e.",
    footer = "%nExample: ./voxpop bench h1 h1d --json bench.json",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  @Parameters(arity = "0..*", description = "metrics (default: all)")
  private List<String> metrics = List.of();

  @Option(names = "--quick", description = "one run of each side, without peers")
  private boolean quick;

  @Option(names = "--peers", description = "auto or none (default: ${DEFAULT-VALUE})")
  private String peers = "auto";

  @Option(names = "--python", description = "interpreter of peers (default: ${DEFAULT-VALUE})")
  private String python = "python3";

  @Option(names = "--repeat", description = "runs of each side (default: 5)")
  private @Nullable Integer repeat;

  @Option(names = "--json", description = "file for all measurements")
  private @Nullable Path json;

  @Option(names = "--child", hidden = true)
  private boolean child;

  @Override
  public Integer call() throws IOException {
    BenchOptions options =
        new BenchOptions(
            metrics.equals(List.of("all")) ? List.of() : metrics,
            repeat != null ? repeat : quick ? 1 : 5,
            quick ? BenchOptions.Peers.NONE : peers(),
            python,
            Optional.ofNullable(json));
    if (child) {
      Bench.child(options, System.out);
      return ExitCode.DONE;
    }
    return switch (Bench.run(options, System.out)) {
      case HOLDS -> ExitCode.DONE;
      case FAILS -> ExitCode.DISAGREES;
      case CANNOT_RUN -> ExitCode.UNAVAILABLE;
    };
  }

  private BenchOptions.Peers peers() {
    try {
      return BenchOptions.Peers.valueOf(peers.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UserError(
          ExitCode.USAGE, "--peers %s is unknown.\nMaybe use auto or none.".formatted(peers));
    }
  }
}
