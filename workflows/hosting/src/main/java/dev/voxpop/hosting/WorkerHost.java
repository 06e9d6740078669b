package dev.voxpop.hosting;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DataConverterException;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.WorkflowImplementationOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Starts a Temporal worker for every {@link WorkerSpec} in the process and stops them in order.
 *
 * <p>The start waits, in the background, for a server that is not there yet; losing the server
 * later is the client library's own business and lowers readiness only.
 */
@ApplicationScoped
public class WorkerHost {

  /** Priority of what ends after the workers that use it. */
  public static final int AFTER_STOP = 100;

  private static final Logger LOG = Logger.getLogger(WorkerHost.class);
  private static final int LAST = 10_000;

  private final WorkflowClient client;
  private final List<WorkerSpec> specs;
  private final HostingConfig config;
  private final TemporalConfig temporal;
  private final WorkerFactory factory;
  private volatile HostState state = HostState.STARTING;

  /** Collects what the stages of this process want hosted. */
  @Inject
  public WorkerHost(
      WorkflowClient client,
      @All List<WorkerSpec> specs,
      HostingConfig config,
      TemporalConfig temporal) {
    this.client = client;
    this.specs = List.copyOf(specs);
    this.config = config;
    this.temporal = temporal;
    this.factory =
        WorkerFactory.newInstance(
            client,
            WorkerFactoryOptions.newBuilder()
                .setUsingVirtualWorkflowThreads(true)
                .setWorkerInterceptors(new Discretion())
                .build());
  }

  /** Where this host stands. */
  public HostState state() {
    return state;
  }

  void start(@Observes @Priority(LAST) StartupEvent event) {
    specs.stream().filter(this::wanted).forEach(this::register);
    Thread.ofVirtual().name("worker-start").start(this::startWithPatience);
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    enter(HostState.STOPPING);
    factory.shutdown();
    factory.awaitTermination(config.stopGrace().toMillis(), TimeUnit.MILLISECONDS);
    if (!factory.isTerminated()) {
      LOG.warnf("Activities did not end within %s and were interrupted.", config.stopGrace());
      factory.shutdownNow();
    }
  }

  private synchronized void enter(HostState next) {
    if (state != HostState.STOPPING) {
      state = next;
    }
  }

  private boolean wanted(WorkerSpec spec) {
    return config.stages().map(stages -> stages.contains(spec.taskQueue())).orElse(true);
  }

  private void register(WorkerSpec spec) {
    Worker worker = factory.newWorker(spec.taskQueue(), options());
    if (!spec.workflows().isEmpty()) {
      worker.registerWorkflowImplementationTypes(
          WorkflowImplementationOptions.newBuilder()
              .setFailWorkflowExceptionTypes(DataConverterException.class)
              .build(),
          spec.workflows().toArray(Class<?>[]::new));
    }
    if (!spec.activities().isEmpty()) {
      worker.registerActivitiesImplementations(spec.activities().toArray());
    }
  }

  private WorkerOptions options() {
    WorkerOptions.Builder options = WorkerOptions.newBuilder();
    WorkerVersion.of(temporal).ifPresent(options::setDeploymentOptions);
    return options
        .setUsingVirtualThreads(true)
        .setMaxConcurrentActivityExecutionSize(config.activitySlots())
        .setMaxHeartbeatThrottleInterval(Duration.ofSeconds(5))
        .setDefaultHeartbeatThrottleInterval(Duration.ofSeconds(5))
        .build();
  }

  private void startWithPatience() {
    long deadline = System.nanoTime() + config.startPatience().toNanos();
    for (Duration pause = Duration.ofMillis(250); ; pause = longer(pause)) {
      try {
        factory.start();
        enter(HostState.RUNNING);
        LOG.infof("Hosting %s", specs.stream().map(WorkerSpec::taskQueue).sorted().toList());
        return;
      } catch (RuntimeException e) {
        if (state == HostState.STOPPING || System.nanoTime() + pause.toNanos() > deadline) {
          giveUp(e);
          return;
        }
        await(pause);
      }
    }
  }

  private void giveUp(RuntimeException cause) {
    if (state == HostState.STARTING) {
      enter(HostState.FAILED);
      LOG.errorf(
          cause,
          "No Temporal server at %s within %s.%nMaybe start one, or set voxpop.temporal.target.",
          client.getWorkflowServiceStubs().getOptions().getTarget(),
          config.startPatience());
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(Duration.ofSeconds(5)) > 0 ? Duration.ofSeconds(5) : doubled;
  }

  private static void await(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where a host stands. */
  public enum HostState {
    STARTING,
    RUNNING,
    STOPPING,
    FAILED
  }
}
