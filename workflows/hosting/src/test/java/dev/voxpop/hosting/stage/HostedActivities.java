package dev.voxpop.hosting.stage;

import dev.voxpop.hosting.Discretion;
import dev.voxpop.hosting.Payloads;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.RetryOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Duration;

/** A stage's activities as a worker hosts them, each called once. */
public final class HostedActivities implements AutoCloseable {

  private final TestActivityEnvironment temporal;

  private HostedActivities(TestActivityEnvironment temporal) {
    this.temporal = temporal;
  }

  /** Hosts nothing yet, with the payloads that travel between processes. */
  public static HostedActivities none() {
    return new HostedActivities(
        TestActivityEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.converter())
                        .build())
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new Discretion())
                        .build())
                .build()));
  }

  /** Hosts an implementation. */
  public static HostedActivities of(Object implementation) {
    HostedActivities hosted = none();
    hosted.temporal.registerActivitiesImplementations(implementation);
    return hosted;
  }

  /** The activities as a workflow sees them; a failed one is not tried again. */
  public <T> T stub(Class<T> activities) {
    return temporal.newActivityStub(
        activities,
        ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofMinutes(2))
            .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
            .build());
  }

  @Override
  public void close() {
    temporal.close();
  }
}
