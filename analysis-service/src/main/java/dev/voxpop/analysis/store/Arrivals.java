package dev.voxpop.analysis.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the answers of an experiment arrived, counted from the rows themselves, so that neither order
 * nor repetition of events can change a count.
 */
@ApplicationScoped
public class Arrivals {

  private static final String ARMS =
      "SELECT r.arm, r.answers, c.expected FROM"
          + " (SELECT arm, count(*) AS answers FROM analysis.response WHERE experiment = ?"
          + " GROUP BY arm) r LEFT JOIN"
          + " (SELECT arm, max(expected) AS expected FROM analysis.closing"
          + " WHERE experiment = ? AND not_reached = 0 GROUP BY arm) c USING (arm) ORDER BY arm";

  private final AgroalDataSource source;

  @Inject
  public Arrivals(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * What has arrived.
   *
   * @param late answers that were unknown to the final closing of their arm
   * @param repeated events that were known when they came
   * @param deadLetters records that could not be read, of all experiments
   */
  public record Counts(List<Arm> arms, long late, long repeated, long deadLetters) {

    /** Copies the list. */
    public Counts {
      arms = List.copyOf(arms);
    }
  }

  /**
   * One arm.
   *
   * @param expected answers of its final closing; null while it is open
   */
  public record Arm(String arm, long answers, @Nullable Long expected, long late) {}

  /** Counts the answers of an experiment. */
  public Counts of(String experiment) {
    try (Connection connection = source.getConnection()) {
      List<Arm> arms = arms(connection, experiment);
      return new Counts(
          arms,
          arms.stream().mapToLong(Arm::late).sum(),
          sum(
              connection,
              "SELECT sum(events) FROM analysis.repeated_event WHERE experiment = ?",
              experiment),
          sum(
              connection,
              "SELECT sum(dead_letters) FROM analysis.consumed_offset WHERE ? <> ''",
              experiment));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private static List<Arm> arms(Connection connection, String experiment) throws SQLException {
    List<Arm> arms = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(ARMS)) {
      statement.setString(1, experiment);
      statement.setString(2, experiment);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long answers = row.getLong(2);
          Long expected = row.getObject(3, Long.class);
          long late = expected == null ? 0 : Math.max(0, answers - expected);
          arms.add(new Arm(row.getString(1), answers, expected, late));
        }
      }
    }
    return arms;
  }

  private static long sum(Connection connection, String query, String experiment)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, experiment);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
