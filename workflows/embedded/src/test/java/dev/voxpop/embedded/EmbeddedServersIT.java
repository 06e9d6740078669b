package dev.voxpop.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersIT {
  @TempDir private Path data;

  @BeforeEach
  void quieten() {
    LogLevels.apply();
  }

  private ChildJvm child() throws IOException {
    return ChildJvm.start(EmbeddedMain.class, "--data", data.toString(), "--temporal", "in-memory");
  }

  @Test
  void process_withAllServers_refusesASecondOneAndStopsAllOnRequest() throws IOException {
    try (ChildJvm child = child()) {
      long postgres = PostmasterFile.in(data.resolve("postgres")).orElseThrow().pid();
      assertThat(child.said("bootstrap-servers")).startsWith("127.0.0.1:");
      assertThat(child.said("temporal-kind")).isEqualTo("IN_MEMORY");
      assertThatThrownBy(() -> EmbeddedServers.start(EmbeddedOptions.in(data)).close())
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("process " + child.pid());

      long begun = System.nanoTime();
      child.stop();

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(1));
      assertThat(Processes.running(postgres)).isEmpty();
      assertThat(data.resolve("voxpop.lock")).isEmptyFile();
    }
  }

  @Test
  void start_oneServerCannot_stopsTheOthersAndGivesTheFolderBack() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      EmbeddedOptions options =
          EmbeddedOptions.in(data)
              .withWanted(EnumSet.of(EmbeddedServer.POSTGRES, EmbeddedServer.TEMPORAL))
              .withTemporal(new TemporalChoice.InMemory())
              .withPorts(new EmbeddedPorts(0, 0, other.getLocalPort(), 0));

      assertThatThrownBy(() -> EmbeddedServers.start(options).close())
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("Port " + other.getLocalPort());
    }
    assertThat(PostmasterFile.in(data.resolve("postgres"))).isEmpty();
    DataFolder.take(data).close();
  }

  @Test
  void start_rootWithoutUserNamespaces_saysWhichServerAndWhichSetting() throws IOException {
    assumeTrue(
        Integer.valueOf(0)
            .equals(Files.getAttribute(Files.createFile(data.resolve("x")), "unix:uid")),
        "only root needs user namespaces");
    Map<String, String> withoutTools = Map.of("PATH", data.toString());
    try (ChildJvm child =
        ChildJvm.start(
            withoutTools, EmbeddedMain.class, "--data", data.toString(), "--only", "postgres")) {
      assertThat(child.waitForEnd()).isNotZero();
      assertThat(child.lines())
          .anyMatch(line -> line.contains("PostgreSQL cannot run here"))
          .anyMatch(line -> line.contains("quarkus.datasource.<stage>.jdbc.url"));
    }
  }

  @Test
  void servers_asProcesses_haveNoSecretOfTheirParent() throws IOException {
    Map<String, String> secret = Map.of("OPENAI_API_KEY", "canary-7f3a");
    try (ChildJvm child =
        ChildJvm.start(
            secret, EmbeddedMain.class, "--data", data.toString(), "--only", "postgres")) {
      long postgres = PostmasterFile.in(data.resolve("postgres")).orElseThrow().pid();
      Path environment = Path.of("/proc", Long.toString(postgres), "environ");
      assumeTrue(Files.isReadable(environment), "environments are seen through /proc only");
      assertThat(Files.readString(environment)).contains("PATH=").doesNotContain("canary-7f3a");
      var _ = child.stop();
    }
  }

  @Test
  void start_nothingWanted_onlyTakesTheFolder() {
    EmbeddedOptions nothing =
        EmbeddedOptions.in(data).withWanted(EnumSet.noneOf(EmbeddedServer.class));
    try (EmbeddedServers servers = EmbeddedServers.start(nothing)) {
      assertThat(servers.postgres()).isEmpty();
      assertThat(servers.bootstrapServers()).isEmpty();
      assertThat(servers.temporal()).isEmpty();
      assertThat(servers.summary()).isEmpty();
      assertThatThrownBy(() -> DataFolder.take(data)).isInstanceOf(EmbeddedServerException.class);
    }
  }
}
