package dev.voxpop.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * A PostgreSQL child process on the files of one data folder. One that outlived its parent is taken
 * over; it is stopped only by {@link #close()}.
 */
final class PostgresServer implements AutoCloseable {
  static final String USER = "voxpop";
  private static final String NAME = EmbeddedServer.POSTGRES.key();
  private static final String SETTINGS = "voxpop.conf";
  private static final Duration SURVIVOR_WAIT = Duration.ofSeconds(60);
  private static final int PASSWORD_BYTES = 18;

  private final PostgresTools tools;
  private final PostgresAddress address;

  private PostgresServer(PostgresTools tools, PostgresAddress address) {
    this.tools = tools;
    this.address = address;
  }

  /** Takes over the survivor of an earlier process or starts the server, and makes the schemas. */
  static PostgresServer start(DataFolder folder, PortBook ports, EmbeddedOptions options) {
    PostgresTools tools = PostgresTools.of(folder);
    Path passwordFile = folder.path().resolve("postgres.password");
    prepare(tools, passwordFile);
    String password = password(passwordFile);
    int wanted = options.ports().postgres();
    Optional<PostgresDatabase> survivor = survivor(tools, wanted, password);
    PostgresDatabase database =
        survivor.orElseGet(() -> fresh(tools, ports.choose(NAME, wanted), password));
    ports.remember(NAME, database.port());
    Origin origin = survivor.isPresent() ? Origin.ADOPTED : Origin.STARTED;
    PostgresServer server =
        new PostgresServer(tools, new PostgresAddress(database.jdbcUrl(), USER, password, origin));
    try {
      database.create(options.contents().schemas());
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  PostgresAddress address() {
    return address;
  }

  @Override
  public void close() {
    tools.stop();
  }

  private static PostgresDatabase fresh(PostgresTools tools, int port, String password) {
    writeSettings(tools.data());
    tools.start(port);
    return new PostgresDatabase(port, password);
  }

  private static Optional<PostgresDatabase> survivor(
      PostgresTools tools, int wanted, String password) {
    Optional<PostmasterFile> found = PostmasterFile.in(tools.data());
    found.filter(PostmasterFile::isMisleading).ifPresent(stale -> forget(tools.data()));
    Optional<PostmasterFile> living = found.filter(PostmasterFile::lives);
    if (living.isEmpty()) {
      return Optional.empty();
    }
    PostgresDatabase database = new PostgresDatabase(living.get().port(), password);
    Deadline.in(SURVIVOR_WAIT).await(() -> !living.get().lives() || database.answers());
    if (database.answers() && (wanted == 0 || wanted == database.port())) {
      return Optional.of(database);
    }
    if (living.get().lives()) {
      tools.stop();
    }
    return Optional.empty();
  }

  /** PostgreSQL takes any process of that number to be its own kind and would refuse to start. */
  private static void forget(Path data) {
    try {
      Files.deleteIfExists(data.resolve(PostmasterFile.NAME));
    } catch (IOException e) {
      throw unusable(data, e);
    }
  }

  private static void prepare(PostgresTools tools, Path passwordFile) {
    Folders.fillOnce(
        tools.data(),
        "PG_VERSION",
        target -> {
          writePassword(passwordFile);
          tools.initialise(target, passwordFile);
          Files.writeString(
              target.resolve("postgresql.conf"),
              "\ninclude_if_exists = '" + SETTINGS + "'\n",
              StandardOpenOption.APPEND);
        });
  }

  private static void writePassword(Path file) throws IOException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
  }

  private static String password(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The database password in %s cannot be read: %s.".formatted(file, e),
          "put the file back; the database was made with the password in it.",
          e);
    }
  }

  private static void writeSettings(Path data) {
    try (var in = PostgresServer.class.getResourceAsStream("postgres.conf")) {
      String settings =
          new String(
              Objects.requireNonNull(in, "postgres.conf").readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(data.resolve(SETTINGS), settings);
    } catch (IOException e) {
      throw unusable(data, e);
    }
  }

  private static EmbeddedServerException unusable(Path data, IOException e) {
    return new EmbeddedServerException(
        "PostgreSQL's folder %s cannot be written: %s.".formatted(data, e),
        "the disk is full or the folder belongs to another user.",
        e);
  }
}
