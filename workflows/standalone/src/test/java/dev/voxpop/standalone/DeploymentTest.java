package dev.voxpop.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds compose file and manifests against the configuration that the processes really read. */
class DeploymentTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern CLIENT =
      Pattern.compile("@RegisterRestClient\\(configKey = \"(\\w+)\"\\)");
  private static final Set<String> PROCESSES =
      Set.of(
          "backstory-service", "survey-service", "matching-service", "analysis-service", "worker");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "backstory-service",
        "survey-service",
        "matching-service",
        "analysis-service",
        "worker"
      })
  void process_environmentOfCompose_isThatOfKubernetes(String process) throws IOException {
    Map<String, String> compose = composeEnvironment(process);
    Map<String, String> kubernetes = kubernetesEnvironment(process);
    for (Map.Entry<String, String> variable : compose.entrySet()) {
      assertThat(kubernetes)
          .as("%s of %s", variable.getKey(), process)
          .containsKey(variable.getKey());
      if (!variable.getKey().matches("QUARKUS_CONFIG_LOCATIONS|VOXPOP_WORKER_REPORT_URL")) {
        assertThat(kubernetes).containsEntry(variable.getKey(), variable.getValue());
      }
    }
  }

  @Test
  void everyVariable_namesASettingThatTheCodeReads() throws IOException {
    Set<String> unknown = new TreeSet<>();
    for (String process : PROCESSES) {
      Set<String> names = new TreeSet<>(composeEnvironment(process).keySet());
      names.addAll(kubernetesEnvironment(process).keySet());
      names.stream().filter(name -> !KnownSettings.reads(name)).forEach(unknown::add);
    }
    assertThat(unknown).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"backstory", "survey", "matching", "analysis"})
  void stage_thatAsksAnother_hasItsAddressAndTheWayThere(String stage) throws IOException {
    Set<String> peers = askedBy(stage);
    assertThat(peers).isNotEmpty();
    for (String peer : peers) {
      assertThat(composeEnvironment(stage + "-service"))
          .containsEntry(
              "QUARKUS_REST_CLIENT_" + peer.toUpperCase(Locale.ROOT) + "_URL",
              "http://" + peer + "-service:8080");
      assertThat(componentsIn("asks-" + peer)).contains(stage);
      assertThat(componentsIn(stage + "-asks")).contains(peer);
    }
  }

  /** The stages of which a stage has a REST client. */
  private static Set<String> askedBy(String stage) throws IOException {
    Set<String> peers = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve(stage + "-service/src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        CLIENT.matcher(Files.readString(file)).results().forEach(key -> peers.add(key.group(1)));
      }
    }
    return peers;
  }

  /** The components on the other side of a network policy. */
  private static List<String> componentsIn(String policy) throws IOException {
    try (MappingIterator<JsonNode> all =
        YAML.readerFor(JsonNode.class)
            .readValues(ROOT.resolve("k8s/base/network/policies.yaml").toFile())) {
      List<String> components = new ArrayList<>();
      while (all.hasNext()) {
        JsonNode one = all.next();
        if (one.at("/metadata/name").asText().equals(policy)) {
          one.path("spec")
              .findValues("values")
              .forEach(values -> values.forEach(value -> components.add(value.asText())));
        }
      }
      return components;
    }
  }

  @Test
  void plantedVariable_isNotKnown() {
    assertThat(KnownSettings.reads("VOXPOP_MODEL_DEFAULT_BASE_URI")).isFalse();
    assertThat(KnownSettings.reads("VOXPOP_SURVEY_BATCH_SICE")).isFalse();
    assertThat(KnownSettings.reads("QUARKUS_DATASOURCE_SURVEI_JDBC_URL")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "backstory-service",
        "survey-service",
        "matching-service",
        "analysis-service",
        "worker"
      })
  void process_probesAndPorts_areThoseOfTheProcess(String process) throws IOException {
    JsonNode container = container(process);
    Properties own = applicationProperties(process);
    assertThat(own.getProperty("quarkus.management.enabled")).isEqualTo("true");
    assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/started");
    assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
    assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
    Map<String, String> environment = kubernetesEnvironment(process);
    assertThat(port(container, "http")).isEqualTo(environment.get("QUARKUS_HTTP_PORT"));
    assertThat(port(container, "management")).isEqualTo(environment.get("QUARKUS_MANAGEMENT_PORT"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "backstory-service",
        "survey-service",
        "matching-service",
        "analysis-service",
        "worker",
        "jobs"
      })
  void podTemplate_isRestricted(String folder) throws IOException {
    assertThat(PodRules.violations(pod(folder))).isEmpty();
  }

  @Test
  void plantedPod_breaksEveryRule() throws IOException {
    JsonNode bad = YAML.readTree("{containers: [{name: x, image: 'x:latest'}], hostNetwork: true}");
    assertThat(PodRules.violations(bad)).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void everyKey_ofAServiceAlone_isSetByTheRootToo() throws IOException {
    Properties root = properties(Path.of("src", "main", "resources", "application.properties"));
    for (String process : PROCESSES) {
      assertThat(root.stringPropertyNames())
          .as(process)
          .containsAll(applicationProperties(process).stringPropertyNames());
    }
  }

  @Test
  void composeSecrets_areFilesAndNoPasswordIsInTheTree() throws IOException {
    String text = Files.readString(ROOT.resolve("docker-compose.yml"));
    assertThat(compose().path("secrets")).allMatch(secret -> secret.has("file"));
    assertThat(text).doesNotContainPattern("(?i)_PASSWORD: *[^\"\\n]*[a-z0-9]{8,}$");
    compose()
        .path("services")
        .forEach(
            service ->
                service
                    .path("ports")
                    .forEach(p -> assertThat(p.asText()).startsWith("127.0.0.1:")));
  }

  private static Map<String, String> composeEnvironment(String process) throws IOException {
    Map<String, String> environment = new TreeMap<>();
    compose()
        .at("/services/" + process + "/environment")
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
    assertThat(environment).isNotEmpty();
    return environment;
  }

  private static JsonNode compose() throws IOException {
    return YAML.readTree(ROOT.resolve("docker-compose.yml").toFile());
  }

  private static Map<String, String> kubernetesEnvironment(String process) throws IOException {
    Map<String, String> environment = new TreeMap<>();
    JsonNode container = container(process);
    for (JsonNode from : container.path("envFrom")) {
      String map = from.at("/configMapRef/name").asText().replace("voxpop-", "");
      Properties values = properties(ROOT.resolve("k8s/base/config/" + map + ".properties"));
      values.stringPropertyNames().forEach(name -> environment.put(name, values.getProperty(name)));
    }
    container
        .path("env")
        .forEach(one -> environment.put(one.path("name").asText(), one.path("value").asText()));
    return environment;
  }

  private static JsonNode container(String process) throws IOException {
    return pod(process).at("/containers/0");
  }

  private static JsonNode pod(String folder) throws IOException {
    String file = folder.equals("jobs") ? "topics.yaml" : "deployment.yaml";
    return YAML.readTree(ROOT.resolve("k8s/base/" + folder + "/" + file).toFile())
        .at("/spec/template/spec");
  }

  private static String port(JsonNode container, String name) {
    List<String> found = new ArrayList<>();
    container
        .path("ports")
        .forEach(
            port -> {
              if (port.path("name").asText().equals(name)) {
                found.add(port.path("containerPort").asText());
              }
            });
    return String.join(",", found).toLowerCase(Locale.ROOT);
  }

  private static Properties applicationProperties(String process) throws IOException {
    Path module = process.equals("worker") ? Path.of("workflows", "worker") : Path.of(process);
    return properties(ROOT.resolve(module).resolve("src/main/resources/application.properties"));
  }

  private static Properties properties(Path file) throws IOException {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}
