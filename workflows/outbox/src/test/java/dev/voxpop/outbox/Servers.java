package dev.voxpop.outbox;

import dev.voxpop.embedded.Contents;
import dev.voxpop.embedded.EmbeddedOptions;
import dev.voxpop.embedded.EmbeddedServer;
import dev.voxpop.embedded.EmbeddedServers;
import dev.voxpop.embedded.PostgresAddress;
import dev.voxpop.embedded.TopicSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL and a real Kafka with one outbox and one topic. */
final class Servers implements AutoCloseable {
  static final String SCHEMA = "relay";
  static final String TOPIC = "voxpop.test.happened.v1";

  private final EmbeddedServers servers;
  private final DataSource source;

  Servers(Path folder) {
    servers =
        EmbeddedServers.start(
            EmbeddedOptions.in(folder)
                .withWanted(Set.of(EmbeddedServer.POSTGRES, EmbeddedServer.KAFKA))
                .withContents(
                    new Contents(List.of(SCHEMA), List.of(new TopicSpec(TOPIC, 3)), Map.of())));
    PostgresAddress address = servers.postgres().orElseThrow();
    PGSimpleDataSource postgres = new PGSimpleDataSource();
    postgres.setUrl(address.jdbcUrl() + "?currentSchema=" + SCHEMA);
    postgres.setUser(address.user());
    postgres.setPassword(address.password());
    source = postgres;
    execute(tableDefinition());
  }

  DataSource source() {
    return source;
  }

  Map<String, Object> client() {
    return Map.of("bootstrap.servers", servers.bootstrapServers().orElseThrow());
  }

  void execute(String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    servers.close();
  }

  private static String tableDefinition() {
    try (InputStream in =
        Objects.requireNonNull(Servers.class.getResourceAsStream("/db/outbox/outbox.sql"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
