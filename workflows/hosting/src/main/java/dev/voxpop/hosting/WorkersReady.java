package dev.voxpop.hosting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the workers poll. */
@Readiness
@ApplicationScoped
public class WorkersReady implements HealthCheck {

  private final WorkerHost host;

  /** Watches a host. */
  @Inject
  public WorkersReady(WorkerHost host) {
    this.host = host;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("temporal-workers")
        .status(host.state() == WorkerHost.HostState.RUNNING)
        .withData("state", host.state().name())
        .build();
  }
}
