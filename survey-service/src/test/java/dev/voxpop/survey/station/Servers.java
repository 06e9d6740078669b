package dev.voxpop.survey.station;

import dev.voxpop.contracts.event.Topics;
import dev.voxpop.embedded.Contents;
import dev.voxpop.embedded.EmbeddedOptions;
import dev.voxpop.embedded.EmbeddedServer;
import dev.voxpop.embedded.EmbeddedServers;
import dev.voxpop.embedded.PostgresAddress;
import dev.voxpop.embedded.TopicSpec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL and, where wanted, a real Kafka; every test makes a database of its own. */
public final class Servers implements AutoCloseable {
  private final EmbeddedServers servers;

  private Servers(EmbeddedServers servers) {
    this.servers = servers;
  }

  public static Servers start(Path folder, EmbeddedServer... wanted) {
    List<TopicSpec> topics = Topics.ALL.stream().map(topic -> new TopicSpec(topic, 3)).toList();
    return new Servers(
        EmbeddedServers.start(
            EmbeddedOptions.in(folder)
                .withWanted(Set.of(wanted))
                .withContents(new Contents(List.of(), topics, Map.of()))));
  }

  /** A new database with the stage's tables. */
  public Database database(String name) {
    PostgresAddress address = servers.postgres().orElseThrow();
    Database home = new Database(address.jdbcUrl(), address.user(), address.password());
    try (Connection connection = home.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    String url = address.jdbcUrl().replaceFirst("/voxpop$", "/" + name);
    Database made = new Database(url, address.user(), address.password());
    Flyway.configure()
        .dataSource(made.source())
        .schemas("survey")
        .defaultSchema("survey")
        .locations("db/survey")
        .load()
        .migrate();
    return made;
  }

  public String bootstrapServers() {
    return servers.bootstrapServers().orElseThrow();
  }

  @Override
  public void close() {
    servers.close();
  }
}
