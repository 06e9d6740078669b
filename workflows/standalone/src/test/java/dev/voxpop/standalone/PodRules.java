package dev.voxpop.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What every pod of ours must be. */
final class PodRules {

  private PodRules() {}

  static List<String> violations(JsonNode pod) {
    List<String> violations = new ArrayList<>();
    JsonNode security = pod.path("securityContext");
    require(violations, security.path("runAsNonRoot").asBoolean(), "runAsNonRoot");
    require(violations, security.path("runAsUser").asInt() >= 10_000, "numeric user ≥ 10000");
    require(
        violations,
        security.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
        "default seccomp profile");
    require(
        violations,
        pod.has("automountServiceAccountToken")
            && !pod.path("automountServiceAccountToken").asBoolean(),
        "no service account token");
    require(violations, pod.has("serviceAccountName"), "own service account");
    for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
      require(violations, !pod.path(host).asBoolean(), "no " + host);
    }
    pod.path("containers").forEach(container -> container(violations, container));
    return violations;
  }

  private static void container(List<String> violations, JsonNode container) {
    JsonNode security = container.path("securityContext");
    require(
        violations,
        security.has("allowPrivilegeEscalation")
            && !security.path("allowPrivilegeEscalation").asBoolean(),
        "no privilege escalation");
    require(violations, security.path("readOnlyRootFilesystem").asBoolean(), "read-only root");
    require(
        violations, security.at("/capabilities/drop/0").asText().equals("ALL"), "no capabilities");
    require(violations, container.at("/resources/requests/cpu").isTextual(), "cpu request");
    require(violations, container.at("/resources/limits/memory").isTextual(), "memory limit");
    require(violations, !container.at("/resources/limits").has("cpu"), "no cpu limit");
    String image = container.path("image").asText();
    require(violations, image.contains(":") && !image.endsWith(":latest"), "pinned image");
  }

  private static void require(List<String> violations, boolean holds, String rule) {
    if (!holds) {
      violations.add(rule);
    }
  }
}
