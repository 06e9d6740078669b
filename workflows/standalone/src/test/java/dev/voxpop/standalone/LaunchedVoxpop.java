package dev.voxpop.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packed application as a child process with a data folder of its own. */
final class LaunchedVoxpop implements AutoCloseable {

  private static final Path APP = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final CountDownLatch NEVER = new CountDownLatch(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern POSTGRES = Pattern.compile("(jdbc:postgresql:\\S+)");
  private static final String ANNOUNCED =
      """
      SELECT (SELECT count(*) FROM survey.series WHERE phase = 1)
        + (SELECT count(*) FROM backstory.call_cursor WHERE calling)
      """;

  private final Path dataDir;
  private final Map<String, String> environment;
  private final int httpPort;
  private final int simulatorPort;
  private int starts;

  private LaunchedVoxpop(Path dataDir, Map<String, String> environment) {
    this.dataDir = dataDir;
    this.environment = environment;
    this.httpPort = FreePort.find();
    this.simulatorPort = FreePort.find();
  }

  static LaunchedVoxpop in(Path dataDir) {
    return new LaunchedVoxpop(dataDir, Map.of());
  }

  static LaunchedVoxpop in(Path dataDir, Map<String, String> environment) {
    return new LaunchedVoxpop(dataDir, environment);
  }

  /** Starts a command; its output goes to a file in the data folder. */
  Process start(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-jar",
            APP.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    try {
      Files.createDirectories(dataDir);
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(output(++starts).toFile());
      Map<String, String> variables = builder.environment();
      variables.put("VOXPOP_DATA_DIR", dataDir.toString());
      variables.put("QUARKUS_HTTP_PORT", Integer.toString(httpPort));
      variables.put("QUARKUS_MANAGEMENT_PORT", "0");
      variables.put("VOXPOP_SIMULATOR_PORT", Integer.toString(simulatorPort));
      for (String server : List.of("POSTGRES", "KAFKA", "TEMPORAL")) {
        variables.put("VOXPOP_EMBEDDED_" + server + "_PORT", "0");
      }
      variables.put("VOXPOP_EMBEDDED_TEMPORAL_UI_PORT", "0");
      variables.put("VOXPOP_EMBEDDED_TEMPORAL_BINARY", "none");
      variables.putAll(environment);
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path output(int start) {
    return dataDir.resolve("output-" + start + ".txt");
  }

  /** What the newest command has printed so far. */
  String printed() {
    try {
      return Files.readString(output(starts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a command's exit code. */
  int exit(Process process, Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("Not done within " + patience + ":\n" + printed());
    }
    return process.exitValue();
  }

  /** What a command prints that ends with this exit code. */
  String says(int code, String... arguments) throws InterruptedException {
    Process process = start(arguments);
    assertThat(exit(process, Duration.ofMinutes(2))).as(printed()).isEqualTo(code);
    return printed();
  }

  /** A file of an experiment's report. */
  byte[] reportFile(String experiment, String name) throws IOException {
    return Files.readAllBytes(dataDir.resolve("reports").resolve(experiment).resolve(name));
  }

  /** Whether the experiment API answers. */
  boolean answers() {
    return json("http://127.0.0.1:" + httpPort + "/experiments").isArray();
  }

  /** Sends a document. */
  void post(String path, String body) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    }
  }

  /** What the simulator has counted. */
  JsonNode simulatorStats() {
    return json("http://127.0.0.1:" + simulatorPort + "/stats");
  }

  /** Calls that the database holds as announced; it outlives kills of the application. */
  long announcedCalls() throws IOException, SQLException {
    Matcher server = POSTGRES.matcher(printed());
    assertThat(server.find()).as(printed()).isTrue();
    String password = Files.readString(dataDir.resolve("postgres.password")).strip();
    try (Connection connection = DriverManager.getConnection(server.group(1), "voxpop", password);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ANNOUNCED)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Ends the simulator, which outlives kills of the application. */
  @Override
  public void close() {
    try {
      String pid = Files.readString(dataDir.resolve("simulator.pid")).strip();
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    } catch (IOException e) {
      System.getLogger("test").log(System.Logger.Level.DEBUG, "No simulator left", e);
    }
  }

  /** Looks until the condition holds. */
  static void await(BooleanSupplier condition, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Not so within " + patience);
      }
      rest();
    }
  }

  /** Leaves the machine to the processes that are being watched for a moment. */
  static void rest() {
    try {
      assertThat(NEVER.await(50, TimeUnit.MILLISECONDS)).isFalse();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(String uri) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return JSON.readTree(
          client
              .send(
                  HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(5)).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body());
    } catch (IOException e) {
      return JSON.createObjectNode();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
