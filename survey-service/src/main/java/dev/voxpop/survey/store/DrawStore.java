package dev.voxpop.survey.store;

import dev.voxpop.interviewing.store.Transactions;
import dev.voxpop.survey.interview.Draw;
import dev.voxpop.survey.interview.Persona;
import dev.voxpop.survey.roster.Member;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** Every ended draw of arms: answers that calls were made for, and the draws beside them. */
public final class DrawStore {
  private static final String ANSWERS =
      "SELECT * FROM survey.answer WHERE roster = ? AND member >= ? AND member < ? AND attempts > 0";
  private static final String ATTEMPTS =
      "SELECT * FROM survey.attempt WHERE roster = ? AND member >= ? AND member < ?";
  private static final String MASSES =
      "SELECT member, repeat, question, masses FROM survey.answer"
          + " WHERE roster = ? AND member >= ? AND member < ? AND masses IS NOT NULL"
          + " ORDER BY member, repeat, question";
  private static final Comparator<Placed> ORDER =
      Comparator.comparingInt(Placed::member)
          .thenComparingInt(placed -> placed.draw().repeat())
          .thenComparingInt(placed -> placed.draw().draw().cell().question())
          .thenComparingInt(placed -> placed.draw().draw().number())
          .thenComparingInt(placed -> placed.draw().discarded());

  private final Transactions transactions;

  private DrawStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** A store on the stage's database. */
  public static DrawStore of(DataSource source) {
    return new DrawStore(Transactions.on("survey", source));
  }

  /** A draw and the ordinal of its member. */
  private record Placed(int member, StoredDraw draw) {}

  /** The draws of a range of ordinals, by persona, repeat, question and number. */
  public List<StoredDraw> draws(RosterRow arm, int first, int end) {
    SeriesTable.Range range = new SeriesTable.Range(arm.key(), first, end);
    List<Placed> draws = transactions.call(connection -> draws(connection, range));
    return draws.stream().sorted(ORDER).map(Placed::draw).toList();
  }

  /** What was read from first tokens of the answers of a range of ordinals, in the same order. */
  public List<StoredMasses> masses(RosterRow arm, int first, int end) {
    SeriesTable.Range range = new SeriesTable.Range(arm.key(), first, end);
    return transactions.call(
        connection -> {
          Map<Integer, Member> members = MemberTable.members(connection, range);
          List<StoredMasses> all = new ArrayList<>();
          each(connection, MASSES, range, row -> all.add(masses(row, members)));
          return all;
        });
  }

  private static StoredMasses masses(ResultSet row, Map<Integer, Member> members)
      throws SQLException {
    return new StoredMasses(
        persona(row, members),
        row.getInt("repeat"),
        row.getInt("question"),
        DrawColumns.masses(row.getString("masses")));
  }

  private static List<Placed> draws(Connection connection, SeriesTable.Range range)
      throws SQLException {
    Map<Integer, Member> members = MemberTable.members(connection, range);
    List<Placed> draws = new ArrayList<>();
    each(
        connection,
        ANSWERS,
        range,
        row -> draws.add(placed(row, members, AnswerTable.answer(row), 0)));
    each(
        connection,
        ATTEMPTS,
        range,
        row -> draws.add(placed(row, members, AnswerTable.attempt(row), row.getInt("discarded"))));
    return draws;
  }

  private static Placed placed(
      ResultSet row, Map<Integer, Member> members, Draw draw, int discarded) throws SQLException {
    StoredDraw stored =
        new StoredDraw(persona(row, members), row.getInt("repeat"), discarded, draw);
    return new Placed(row.getInt("member"), stored);
  }

  private static Persona persona(ResultSet row, Map<Integer, Member> members) throws SQLException {
    Member member = Objects.requireNonNull(members.get(row.getInt("member")));
    return new Persona(member.subject(), member.story(), member.respondent(), "");
  }

  /** Takes one row. */
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private static void each(
      Connection connection, String query, SeriesTable.Range range, RowReader reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      range.set(statement, 1);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    }
  }
}
