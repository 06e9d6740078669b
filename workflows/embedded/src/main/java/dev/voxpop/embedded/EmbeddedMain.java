package dev.voxpop.embedded;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * The embedded servers as a process of their own. It prints {@code key=value} lines and then {@code
 * ready}, serves until it gets SIGTERM or its Ctrl-C, and then stops the servers in order.
 */
public final class EmbeddedMain {
  private static final int NOT_STARTED = 2;

  private EmbeddedMain() {}

  /** Starts the servers that the arguments ask for. */
  public static void main(String[] arguments) throws InterruptedException {
    LogLevels.apply();
    CompletableFuture<EmbeddedServers> started = new CompletableFuture<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started), "stop-embedded-servers"));
    try {
      EmbeddedServers servers = EmbeddedServers.start(EmbeddedArguments.parse(arguments));
      started.complete(servers);
      print(servers, System.out);
    } catch (EmbeddedServerException | IllegalArgumentException e) {
      started.completeExceptionally(e);
      System.err.println(e.getMessage());
      System.exit(NOT_STARTED);
    }
    new CountDownLatch(1).await();
  }

  /** A signal that comes while the servers start waits for them, so that none is left behind. */
  private static void stop(CompletableFuture<EmbeddedServers> started) {
    started
        .handle((servers, problem) -> Optional.ofNullable(servers))
        .join()
        .ifPresent(EmbeddedServers::close);
  }

  private static void print(EmbeddedServers servers, PrintStream out) {
    servers
        .postgres()
        .ifPresent(
            it ->
                out.printf(
                    "jdbc-url=%s%nuser=%s%npassword=%s%npostgres-origin=%s%n",
                    it.jdbcUrl(), it.user(), it.password(), it.origin()));
    servers.bootstrapServers().ifPresent(it -> out.printf("bootstrap-servers=%s%n", it));
    servers.temporal().ifPresent(it -> print(it, out));
    out.println("ready");
    out.flush();
  }

  private static void print(TemporalAddress address, PrintStream out) {
    out.printf(
        "temporal-target=%s%ntemporal-kind=%s%ntemporal-origin=%s%n",
        address.target(), address.kind(), address.origin());
    address.uiUrl().ifPresent(url -> out.printf("temporal-ui=%s%n", url));
  }
}
