package dev.voxpop.hosting;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The connection to Temporal, made once per process and opened at the first call. */
@Singleton
public class TemporalClient {

  private final WorkflowServiceStubs stubs;
  private final WorkflowClient client;

  /** Prepares the connection; nothing is sent yet. */
  @Inject
  public TemporalClient(TemporalConfig config) {
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(config.target()).build());
    client =
        WorkflowClient.newInstance(
            stubs,
            WorkflowClientOptions.newBuilder()
                .setNamespace(config.namespace())
                .setDataConverter(
                    config.codecKeyFile().map(Payloads::sealing).orElseGet(Payloads::converter))
                .build());
  }

  /** The client that starts and steers workflows. */
  @Produces
  @Singleton
  public WorkflowClient client() {
    return client;
  }

  @PreDestroy
  void close() {
    stubs.shutdownNow();
  }
}
