package dev.voxpop.simulator;

import dev.voxpop.simulator.server.OpenAiApi;
import dev.voxpop.simulator.server.StatsSnapshot;
import dev.voxpop.simulator.server.Traffic;
import dev.voxpop.simulator.speaking.SimulatedModel;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A running simulator. Closing it stops it; requests under way are dropped. */
public final class SimulatorServer implements AutoCloseable {
  private static final int MOST_LOOPS = 4;

  /** Any free port, the same for all event loops. */
  private static final int ANY_PORT = -1;

  private final Vertx vertx;
  private final Traffic traffic;
  private final AtomicInteger port;
  private final CountDownLatch closed = new CountDownLatch(1);

  private SimulatorServer(Vertx vertx, Traffic traffic, AtomicInteger port) {
    this.vertx = vertx;
    this.traffic = traffic;
    this.port = port;
  }

  /** Starts a simulator and returns when it answers. */
  public static SimulatorServer start(SimulatorOptions options) {
    int loops = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_LOOPS);
    Vertx vertx = Vertx.vertx(vertxOptions(loops));
    SimulatedModel model =
        options.style() == SimulatorOptions.Style.PLAIN
            ? SimulatedModel.plain(options.failings(), options.seed())
            : SimulatedModel.failing(options.failings(), options.seed());
    model.warmUp();
    Traffic traffic =
        new Traffic(options.limits(), options.price(), options.pace(), System::nanoTime);
    OpenAiApi api = new OpenAiApi(model, traffic, InstantSource.system());
    SimulatorServer server = new SimulatorServer(vertx, traffic, new AtomicInteger());
    server.deploy(options, api, loops);
    return server;
  }

  /** The port it listens on. */
  public int port() {
    return port.get();
  }

  /** What it has done so far. */
  public StatsSnapshot stats() {
    return traffic.stats();
  }

  @Override
  public void close() {
    if (closed.getCount() > 0) {
      closed.countDown();
      await(vertx.close().toCompletionStage().toCompletableFuture());
    }
  }

  private void deploy(SimulatorOptions options, OpenAiApi api, int instances) {
    await(
        vertx
            .deployVerticle(
                () -> new Listener(options, api, port),
                new DeploymentOptions().setInstances(instances))
            .toCompletionStage()
            .toCompletableFuture());
  }

  private static VertxOptions vertxOptions(int loops) {
    return new VertxOptions()
        .setEventLoopPoolSize(loops)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setBlockedThreadCheckInterval(1)
        .setBlockedThreadCheckIntervalUnit(TimeUnit.HOURS)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  private static void await(java.util.concurrent.Future<?> future) {
    try {
      future.get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Interrupted while the simulator started or stopped.\nMaybe the process is stopping.", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "The simulator could not start or stop: " + e.getMessage() + "\nMaybe its port is taken.",
          e);
    }
  }

  private static final class Listener extends AbstractVerticle {
    private final SimulatorOptions options;
    private final OpenAiApi api;
    private final AtomicInteger port;

    Listener(SimulatorOptions options, OpenAiApi api, AtomicInteger port) {
      this.options = options;
      this.api = api;
      this.port = port;
    }

    @Override
    public void start(Promise<Void> started) {
      HttpServerOptions http =
          new HttpServerOptions()
              .setHost(options.host())
              .setPort(options.port() == 0 ? ANY_PORT : options.port())
              .setIdleTimeout(0)
              .setAcceptBacklog(2_048)
              .setTcpNoDelay(true);
      vertx
          .createHttpServer(http)
          .requestHandler(request -> api.handle(vertx, request))
          .listen()
          .onComplete(
              listening -> {
                if (listening.succeeded()) {
                  port.set(listening.result().actualPort());
                  started.complete();
                } else {
                  started.fail(listening.cause());
                }
              });
    }
  }
}
