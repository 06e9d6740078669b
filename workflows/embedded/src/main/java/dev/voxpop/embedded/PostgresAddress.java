package dev.voxpop.embedded;

/**
 * Where and as whom the embedded PostgreSQL takes connections.
 *
 * @param jdbcUrl the database {@code voxpop} on loopback; append {@code ?currentSchema=…} for one
 *     schema
 * @param user the owner of the database
 * @param password random, kept in the data folder in a file readable by its owner only
 * @param origin started for this process or taken over
 */
public record PostgresAddress(String jdbcUrl, String user, String password, Origin origin) {

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "PostgresAddress[%s, %s, %s]".formatted(jdbcUrl, user, origin);
  }
}
