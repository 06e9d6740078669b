package dev.voxpop.survey.store;

import dev.voxpop.survey.roster.Member;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of rosters, and the passages that members share by hash. */
final class MemberTable {
  private static final String ADD_PASSAGES =
      "INSERT INTO survey.passage (hash, body) SELECT * FROM unnest(?, ?) ON CONFLICT DO NOTHING";
  private static final String ADD_MEMBERS =
      "INSERT INTO survey.member (roster, ordinal, subject, story, respondent, passage, appended)"
          + " SELECT ?, * FROM unnest(?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String MEMBERS =
      "SELECT m.*, p.body AS passage_body, a.body AS appended_body FROM survey.member m"
          + " JOIN survey.passage p ON p.hash = m.passage"
          + " LEFT JOIN survey.passage a ON a.hash = m.appended"
          + " WHERE m.roster = ? AND m.ordinal >= ? AND m.ordinal < ? ORDER BY m.ordinal";

  private MemberTable() {}

  /** A member with its ordinal. */
  record Placed(int ordinal, Member member) {}

  /** Adds members; those that are there already stay as they are. */
  static void add(Connection connection, int key, List<Placed> members) throws SQLException {
    Map<String, byte[]> hashes = new LinkedHashMap<>();
    for (Placed placed : members) {
      hashes.computeIfAbsent(placed.member().passage(), MemberTable::hash);
      hashes.computeIfAbsent(placed.member().appended(), MemberTable::hash);
    }
    List<Map.Entry<String, byte[]>> texts = List.copyOf(hashes.entrySet());
    try (PreparedStatement passages = connection.prepareStatement(ADD_PASSAGES)) {
      new Unnest<>(passages, texts).bytes(Map.Entry::getValue).texts(Map.Entry::getKey);
      passages.executeUpdate();
    }
    addMembers(connection, key, members, hashes);
  }

  private static void addMembers(
      Connection connection, int key, List<Placed> members, Map<String, byte[]> hashes)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD_MEMBERS)) {
      new Unnest<>(statement, members, 2)
          .ints(Placed::ordinal)
          .texts(placed -> placed.member().subject())
          .texts(placed -> placed.member().story())
          .texts(placed -> placed.member().respondent())
          .bytes(placed -> hashes.get(placed.member().passage()))
          .bytes(placed -> appended(placed.member(), hashes));
      statement.setInt(1, key);
      statement.executeUpdate();
    }
  }

  /** The members of a range, by ordinal. */
  static Map<Integer, Member> members(Connection connection, SeriesTable.Range range)
      throws SQLException {
    Map<Integer, Member> members = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(MEMBERS)) {
      range.set(statement, 1);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          members.put(row.getInt("ordinal"), member(row));
        }
      }
    }
    return members;
  }

  private static Member member(ResultSet row) throws SQLException {
    String appended = row.getString("appended_body");
    return new Member(
        row.getString("subject"),
        row.getString("story"),
        row.getString("respondent"),
        row.getString("passage_body"),
        appended == null ? "" : appended);
  }

  private static byte @Nullable [] appended(Member member, Map<String, byte[]> hashes) {
    return member.appended().isEmpty() ? null : hashes.get(member.appended());
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
