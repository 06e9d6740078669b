package dev.voxpop.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database {@code voxpop} of a running PostgreSQL on loopback.
 *
 * @param port the server's port
 * @param password the owner's password
 */
record PostgresDatabase(int port, String password) {
  private static final String HOST = "127.0.0.1";
  private static final String MAINTENANCE = "postgres";
  private static final String NAME = "voxpop";
  private static final int TIMEOUT_SECONDS = 10;

  String jdbcUrl() {
    return "jdbc:postgresql://%s:%d/%s".formatted(HOST, port, NAME);
  }

  /** Whether the server takes a connection and a query now. */
  boolean answers() {
    try (Connection connection = connect(MAINTENANCE)) {
      return connection.isValid(TIMEOUT_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Makes the database and the schemas that are missing. */
  void create(List<String> schemas) {
    try {
      createDatabase();
      try (Connection connection = connect(NAME);
          Statement statement = connection.createStatement()) {
        for (String schema : schemas) {
          statement.execute("CREATE SCHEMA IF NOT EXISTS \"" + schema + "\"");
        }
      }
    } catch (SQLException e) {
      throw new EmbeddedServerException(
          "The schemas %s could not be made in %s: %s."
              .formatted(schemas, jdbcUrl(), e.getMessage()),
          "look at the newest file in the data folder's logs/.",
          e);
    }
  }

  private void createDatabase() throws SQLException {
    try (Connection connection = connect(MAINTENANCE);
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
      if (!found.next()) {
        statement.execute("CREATE DATABASE " + NAME);
      }
    }
  }

  private Connection connect(String database) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {HOST});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(PostgresServer.USER);
    source.setPassword(password);
    source.setConnectTimeout(TIMEOUT_SECONDS);
    source.setSocketTimeout(TIMEOUT_SECONDS);
    return source.getConnection();
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return jdbcUrl();
  }
}
