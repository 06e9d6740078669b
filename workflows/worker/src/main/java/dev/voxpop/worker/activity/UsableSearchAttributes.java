package dev.voxpop.worker.activity;

import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The search attributes that the server knows. Setting an unknown one would leave a run hanging, so
 * the server is asked once, missing ones are registered where it allows that, and only what it then
 * lists is used.
 */
@ApplicationScoped
public class UsableSearchAttributes {

  private static final Logger LOG = Logger.getLogger(UsableSearchAttributes.class);

  /** What runs set, and of which type. */
  public static final Map<String, IndexedValueType> WANTED =
      Map.of(
          "ExperimentId", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
          "SurveyId", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
          "Model", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
          "Owner", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
          "Phase", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
          "Completed", IndexedValueType.INDEXED_VALUE_TYPE_INT,
          "Failed", IndexedValueType.INDEXED_VALUE_TYPE_INT,
          "CostUsd", IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE);

  private final WorkflowClient client;
  private @Nullable List<String> known;

  /** Asks the client's server. */
  @Inject
  public UsableSearchAttributes(WorkflowClient client) {
    this.client = client;
  }

  /** Names that may be set, sorted; asked for once. */
  public synchronized List<String> names() {
    List<String> names = known;
    if (names == null) {
      names = ask();
      known = names;
    }
    return names;
  }

  private List<String> ask() {
    OperatorServiceStubs stubs =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(client.getWorkflowServiceStubs().getRawChannel())
                .validateAndBuildWithDefaults());
    try {
      Map<String, IndexedValueType> missing = new TreeMap<>(WANTED);
      missing.keySet().removeAll(list(stubs));
      if (!missing.isEmpty()) {
        register(stubs, missing);
      }
      return list(stubs).stream().filter(WANTED::containsKey).sorted().toList();
    } catch (StatusRuntimeException e) {
      LOG.debugf("No custom search attributes on this server: %s", e.getStatus());
      return List.of();
    }
  }

  private List<String> list(OperatorServiceStubs stubs) {
    return List.copyOf(
        stubs
            .blockingStub()
            .listSearchAttributes(
                ListSearchAttributesRequest.newBuilder()
                    .setNamespace(client.getOptions().getNamespace())
                    .build())
            .getCustomAttributesMap()
            .keySet());
  }

  private void register(OperatorServiceStubs stubs, Map<String, IndexedValueType> missing) {
    try {
      stubs
          .blockingStub()
          .addSearchAttributes(
              AddSearchAttributesRequest.newBuilder()
                  .setNamespace(client.getOptions().getNamespace())
                  .putAllSearchAttributes(missing)
                  .build());
    } catch (StatusRuntimeException e) {
      LOG.warnf("Search attributes %s are not registered: %s", missing.keySet(), e.getStatus());
    }
  }
}
