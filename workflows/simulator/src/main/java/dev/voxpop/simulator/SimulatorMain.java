package dev.voxpop.simulator;

import java.util.List;

/**
 * The process of the simulated society: starts the server, prints one line when it is ready, runs
 * until it is stopped.
 */
public final class SimulatorMain {
  private SimulatorMain() {}

  /** Starts with options such as {@code --port 8089 --latency fixed --latency-millis 250}. */
  public static void main(String[] arguments) {
    quietNetty();
    try {
      SimulatorOptions options = CommandLine.parse(List.of(arguments), System.getenv());
      SimulatorServer server = SimulatorServer.start(options);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "simulator-stop"));
      System.out.println(
          "Voxpop simulator (simulated answers, no language model) is ready at http://"
              + options.host()
              + ":"
              + server.port());
      System.out.flush();
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /** Netty without access to memory internals: the JVM has nothing to warn about. */
  private static void quietNetty() {
    if (System.getProperty("io.netty.noUnsafe") == null) {
      System.setProperty("io.netty.noUnsafe", "true");
    }
  }
}
