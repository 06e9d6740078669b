package dev.voxpop.embedded;

import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Registers the search attributes that a running Temporal does not know yet. */
final class SearchAttributes {
  private static final String NAMESPACE = "default";

  private SearchAttributes() {}

  /** Adds those that the server does not list yet. */
  static void addMissing(String target, Map<String, SearchAttributeType> wanted) {
    with(
        target,
        wanted,
        operator -> {
          Set<String> known = known(operator);
          Map<String, SearchAttributeType> missing = new TreeMap<>(wanted);
          missing.keySet().removeAll(known);
          add(operator, missing);
        });
  }

  /** Adds all to a server that is new and cannot list them. */
  static void addAll(String target, Map<String, SearchAttributeType> wanted) {
    with(target, wanted, operator -> add(operator, wanted));
  }

  private static void with(
      String target,
      Map<String, SearchAttributeType> wanted,
      Consumer<OperatorServiceBlockingStub> action) {
    if (wanted.isEmpty()) {
      return;
    }
    OperatorServiceStubs stubs =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setTarget(target)
                .validateAndBuildWithDefaults());
    try {
      action.accept(stubs.blockingStub());
    } finally {
      stubs.shutdownNow();
    }
  }

  private static Set<String> known(OperatorServiceBlockingStub operator) {
    ListSearchAttributesRequest request =
        ListSearchAttributesRequest.newBuilder().setNamespace(NAMESPACE).build();
    return operator.listSearchAttributes(request).getCustomAttributesMap().keySet();
  }

  private static void add(
      OperatorServiceBlockingStub operator, Map<String, SearchAttributeType> attributes) {
    if (attributes.isEmpty()) {
      return;
    }
    AddSearchAttributesRequest.Builder request =
        AddSearchAttributesRequest.newBuilder().setNamespace(NAMESPACE);
    attributes.forEach((name, type) -> request.putSearchAttributes(name, type.indexed()));
    var _ = operator.addSearchAttributes(request.build());
  }
}
