package dev.voxpop.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path data;

  @BeforeEach
  void quieten() {
    LogLevels.apply();
  }

  /** Whatever a failed test left running is taken over and stopped. */
  @AfterEach
  void stopSurvivors() {
    if (PostmasterFile.in(data.resolve("postgres")).isPresent()) {
      EmbeddedServers.start(options()).close();
    }
  }

  private EmbeddedOptions options() {
    return EmbeddedOptions.in(data)
        .withWanted(EnumSet.of(EmbeddedServer.POSTGRES))
        .withContents(new Contents(List.of("survey", "analysis"), List.of(), Map.of()));
  }

  private ChildJvm child() throws IOException {
    return ChildJvm.start(
        EmbeddedMain.class, "--data", data.toString(), "--only", "postgres", "--schema", "survey");
  }

  @Test
  void restart_sameFolder_keepsRowsPortAndPassword() throws SQLException {
    PostgresAddress first;
    try (EmbeddedServers servers = EmbeddedServers.start(options())) {
      first = servers.postgres().orElseThrow();
      write(first, "before");
    }
    try (EmbeddedServers servers = EmbeddedServers.start(options())) {
      PostgresAddress second = servers.postgres().orElseThrow();
      assertThat(second).isEqualTo(first);
      assertThat(read(second)).containsExactly("before");
      assertDurable(second);
    }
  }

  private static void assertDurable(PostgresAddress address) throws SQLException {
    assertThat(ask(address, "SHOW fsync")).containsExactly("on");
    assertThat(ask(address, "SHOW synchronous_commit")).containsExactly("on");
    assertThat(ask(address, "SHOW listen_addresses")).containsExactly("127.0.0.1");
    assertThat(ask(address, "SHOW max_connections")).containsExactly("300");
    assertThat(ask(address, "SHOW data_checksums")).containsExactly("on");
    assertThat(
            ask(
                address,
                "SELECT pg_encoding_to_char(encoding) || ' ' || datlocale"
                    + " FROM pg_database WHERE datname = 'voxpop'"))
        .containsExactly("UTF8 C.UTF-8");
    assertThat(
            ask(
                address,
                "SELECT nspname FROM pg_namespace"
                    + " WHERE nspname IN ('analysis', 'survey') ORDER BY 1"))
        .containsExactly("analysis", "survey");
  }

  @Test
  void connection_withoutThePassword_isRefused() throws IOException {
    try (EmbeddedServers servers = EmbeddedServers.start(options())) {
      PostgresAddress address = servers.postgres().orElseThrow();
      assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), "voxpop", "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("postgres.password"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void log_afterARefusedInsert_holdsNoValue() throws IOException, SQLException {
    try (EmbeddedServers servers = EmbeddedServers.start(options())) {
      PostgresAddress address = servers.postgres().orElseThrow();
      write(address, "secretive");
      assertThatThrownBy(() -> write(address, "secretive")).isInstanceOf(SQLException.class);
    }
    try (var logs = Files.list(data.resolve("logs"))) {
      assertThat(logs.toList())
          .isNotEmpty()
          .allSatisfy(log -> assertThat(Files.readString(log)).doesNotContain("secretive"));
    }
  }

  @Test
  void survivor_ofAKilledParent_isTakenOverWithItsRows() throws IOException, SQLException {
    try (ChildJvm parent = child()) {
      write(address(parent), "written before the kill");
      parent.kill();
    }
    long survivor = PostmasterFile.in(data.resolve("postgres")).orElseThrow().pid();
    try (EmbeddedServers servers = EmbeddedServers.start(options())) {
      PostgresAddress address = servers.postgres().orElseThrow();
      assertThat(address.origin()).isEqualTo(Origin.ADOPTED);
      assertThat(read(address)).containsExactly("written before the kill");
    }
    assertThat(Processes.running(survivor)).isEmpty();
  }

  @Test
  void survivor_onAPortThatIsNotWanted_isReplaced() throws IOException, SQLException {
    try (ChildJvm parent = child()) {
      write(address(parent), "kept");
      parent.kill();
    }
    int wanted;
    try (DataFolder folder = DataFolder.take(data)) {
      wanted = PortBook.in(folder).choose("other", 0);
    }
    EmbeddedPorts ports = new EmbeddedPorts(wanted, 0, 0, 0);
    try (EmbeddedServers servers = EmbeddedServers.start(options().withPorts(ports))) {
      PostgresAddress address = servers.postgres().orElseThrow();
      assertThat(address.origin()).isEqualTo(Origin.STARTED);
      assertThat(address.jdbcUrl()).contains(":" + wanted + "/");
      assertThat(read(address)).containsExactly("kept");
    }
  }

  @Test
  void start_afterServerAndParentWereKilled_recoversEveryCommit() throws IOException, SQLException {
    try (ChildJvm parent = child()) {
      write(address(parent), "committed");
      long server = PostmasterFile.in(data.resolve("postgres")).orElseThrow().pid();
      ProcessHandle.of(server).orElseThrow().destroyForcibly();
      parent.kill();
      assertThat(Deadline.in(PATIENCE).await(() -> Processes.running(server).isEmpty())).isTrue();
    }
    try (EmbeddedServers servers = EmbeddedServers.start(options())) {
      PostgresAddress address = servers.postgres().orElseThrow();
      assertThat(address.origin()).isEqualTo(Origin.STARTED);
      assertThat(read(address)).containsExactly("committed");
    }
  }

  @Test
  void start_leftoverNumberOfAnotherProgram_isNotMistakenForTheServer()
      throws IOException, SQLException {
    EmbeddedServers.start(options()).close();
    Files.writeString(
        data.resolve("postgres").resolve("postmaster.pid"),
        "%d%n%s%n1%n1%n%n127.0.0.1%n%nready   %n"
            .formatted(ProcessHandle.current().pid(), data.resolve("postgres")));
    try (EmbeddedServers servers = EmbeddedServers.start(options())) {
      assertThat(ask(servers.postgres().orElseThrow(), "SELECT '1'")).containsExactly("1");
    }
  }

  private static PostgresAddress address(ChildJvm child) {
    return new PostgresAddress(
        child.said("jdbc-url"), child.said("user"), child.said("password"), Origin.STARTED);
  }

  private static void write(PostgresAddress address, String text) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS survey.note (text text PRIMARY KEY)");
      statement.execute("INSERT INTO survey.note VALUES ('" + text + "')");
    }
  }

  private static List<String> read(PostgresAddress address) throws SQLException {
    return ask(address, "SELECT text FROM survey.note ORDER BY 1");
  }

  private static List<String> ask(PostgresAddress address, String question) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      List<String> answers = new ArrayList<>();
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
      return answers;
    }
  }

  private static Connection connect(PostgresAddress address) throws SQLException {
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }
}
