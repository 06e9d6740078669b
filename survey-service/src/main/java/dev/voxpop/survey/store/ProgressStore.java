package dev.voxpop.survey.store;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.interviewing.store.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What is known of experiments as a whole: counts and money, by batch and not by row. */
public final class ProgressStore {
  private static final String COUNTS =
      "SELECT coalesce(sum(answered), 0), coalesce(sum(failed), 0), coalesce(sum(calls), 0),"
          + " coalesce(sum(tokens), 0), coalesce(sum(micros), 0), coalesce(sum(lost), 0),"
          + " coalesce(max(path), '')"
          + " FROM survey.lease WHERE roster = ? AND experiment = ?";

  private final Transactions transactions;

  private ProgressStore(DataSource source) {
    this.transactions = Transactions.on("survey", source);
  }

  /** The counts of a database. */
  public static ProgressStore of(DataSource source) {
    return new ProgressStore(source);
  }

  /** How far an experiment is, roster by roster. */
  public List<Progress> of(String experiment) {
    return transactions.call(
        connection -> {
          List<Progress> all = new ArrayList<>();
          for (RosterRow roster : RosterTable.ofExperiment(connection, experiment)) {
            all.add(progress(connection, roster, experiment));
          }
          return all;
        });
  }

  private static Progress progress(Connection connection, RosterRow roster, String experiment)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNTS)) {
      statement.setInt(1, roster.key());
      statement.setString(2, experiment);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        Allowance settled = new Allowance(row.getLong(3), row.getLong(4), row.getLong(5));
        return new Progress(
            roster, row.getString(7), row.getLong(1), row.getLong(2), settled, row.getLong(6));
      }
    }
  }
}
