package dev.voxpop.embedded;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Temporal's test server inside this process, on loopback, with its clock running like everybody's.
 */
final class InMemoryTemporal implements RunningTemporal {
  private static final int STOP_SECONDS = 2;

  /**
   * The first argument locks time skipping, the second lets the clock start at the machine's time.
   */
  private final TestServicesStarter services = new TestServicesStarter(true, 0);

  private final Server server;
  private final TemporalAddress address;

  private InMemoryTemporal(int port) {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    GRPCServerHelper.registerServicesAndHealthChecks(services.getServices(), builder);
    this.server = builder.build();
    this.address =
        new TemporalAddress(
            HOST + ":" + port, Optional.empty(), TemporalKind.IN_MEMORY, Origin.STARTED);
  }

  static InMemoryTemporal start(PortBook ports, EmbeddedOptions options) {
    int port = ports.choose(NAME, options.ports().temporal());
    InMemoryTemporal temporal = new InMemoryTemporal(port);
    try {
      temporal.server.start();
      SearchAttributes.addAll(temporal.address.target(), options.contents().searchAttributes());
      return temporal;
    } catch (IOException | RuntimeException e) {
      temporal.close();
      throw new EmbeddedServerException(
          "The in-memory Temporal server did not start on port %d: %s."
              .formatted(port, e.getMessage()),
          "another program took the port; set voxpop.embedded.temporal.port to 0.",
          e);
    }
  }

  @Override
  public TemporalAddress address() {
    return address;
  }

  @Override
  public void close() {
    server.shutdown();
    try {
      if (!server.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        server.shutdownNow();
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      services.close();
    }
  }
}
