package dev.voxpop.embedded;

import com.google.protobuf.util.Durations;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.temporal.api.namespace.v1.NamespaceConfig;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.UpdateNamespaceRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The namespace {@code default} of a dev server, which the server makes last while it starts. */
final class DevNamespace {
  private static final String NAME = "default";
  private static final int SECONDS = 5;
  private static final int KEPT_DAYS = 30;

  private DevNamespace() {}

  /** Whether the server answers for it now. */
  static boolean serves(String target) {
    try {
      return ask(
          target,
          stub ->
              stub.describeNamespace(
                      DescribeNamespaceRequest.newBuilder().setNamespace(NAME).build())
                  .hasNamespaceInfo());
    } catch (StatusRuntimeException e) {
      return false;
    }
  }

  /**
   * Keeps finished runs for a month instead of a day, so that the web UI still shows last week's.
   */
  static void keepFinishedRuns(String target) {
    NamespaceConfig config =
        NamespaceConfig.newBuilder()
            .setWorkflowExecutionRetentionTtl(Durations.fromDays(KEPT_DAYS))
            .build();
    var _ =
        ask(
            target,
            stub ->
                stub.updateNamespace(
                    UpdateNamespaceRequest.newBuilder()
                        .setNamespace(NAME)
                        .setConfig(config)
                        .build()));
  }

  private static <T> T ask(String target, Function<WorkflowServiceBlockingStub, T> question) {
    ManagedChannel channel =
        Grpc.newChannelBuilder(target, InsecureChannelCredentials.create()).build();
    try {
      return question.apply(
          WorkflowServiceGrpc.newBlockingStub(channel)
              .withDeadlineAfter(SECONDS, TimeUnit.SECONDS));
    } finally {
      channel.shutdownNow();
    }
  }
}
