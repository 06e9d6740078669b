package dev.voxpop.survey.store;

import dev.voxpop.survey.interview.Draw;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The look-up of what cells hold already. */
final class StoredDraws {
  private static final String WANTED =
      " JOIN unnest(?, ?, ?, ?) AS v(r, m, q, n) ON roster = r AND member = m AND question = q AND"
          + " repeat = n";
  private static final String FIND_ANSWERS = "SELECT * FROM survey.answer" + WANTED;
  private static final String FIND_ATTEMPTS =
      "SELECT * FROM survey.attempt" + WANTED + " WHERE discarded = 0";

  private StoredDraws() {}

  /** The answers of cells. */
  static Map<CellKey, Draw> answers(Connection connection, List<DrawRow> wanted)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND_ANSWERS)) {
      bind(statement, wanted);
      Map<CellKey, Draw> found = new HashMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.put(CellKey.of(row), AnswerTable.answer(row));
        }
      }
      return found;
    }
  }

  /** The draws of cells that were asked again, each of the same number as the wanted one. */
  static Map<CellKey, Draw> attempts(Connection connection, List<DrawRow> wanted)
      throws SQLException {
    Map<CellKey, Integer> numbers = new HashMap<>();
    wanted.forEach(row -> numbers.put(CellKey.of(row), row.draw().number()));
    try (PreparedStatement statement = connection.prepareStatement(FIND_ATTEMPTS)) {
      bind(statement, wanted);
      Map<CellKey, Draw> found = new HashMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          CellKey cell = CellKey.of(row);
          if (numbers.getOrDefault(cell, -1) == row.getInt("draw")) {
            found.put(cell, AnswerTable.attempt(row));
          }
        }
      }
      return found;
    }
  }

  private static void bind(PreparedStatement statement, List<DrawRow> wanted) throws SQLException {
    new Unnest<>(statement, wanted)
        .ints(row -> row.key().roster())
        .ints(row -> row.key().member())
        .ints(row -> row.draw().cell().question())
        .ints(row -> row.key().repeat());
  }
}
