package dev.voxpop.backstory.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pools and who may write them. */
final class PoolTable {

  private static final String COLUMNS =
      "SELECT id, name, kind, state, spec, wording, slots, stories, yield_decided FROM pool";
  private static final String ADD =
      """
      INSERT INTO pool (id, name, kind, state, spec, wording, slots, stories)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;
  private static final String LEASE =
      """
      UPDATE pool SET holder = ?, held_until = now() + make_interval(secs => ?)
      WHERE id = ? AND (holder IS NULL OR holder = ? OR held_until < now())
      """;
  private static final String CLOSE =
      "UPDATE pool SET state = 'closed', stories = ?, holder = NULL WHERE id = ? AND state = 'open'";
  private static final String DECIDE = "UPDATE pool SET yield_decided = true WHERE id = ?";

  private static final String ADD_STORY =
      """
      INSERT INTO story (pool, ordinal, story, passage, respondent, tokens, provenance)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String STORIES =
      """
      SELECT ordinal, story, passage, respondent, tokens, provenance FROM story
      WHERE pool = ? AND ordinal >= ? ORDER BY ordinal LIMIT ?
      """;

  private PoolTable() {}

  /** Adds a pool; false when it is there. */
  static boolean add(Connection connection, PoolRecord pool) throws SQLException {
    return Sql.change(
            connection,
            ADD,
            pool.id(),
            pool.name(),
            pool.kind().wireName(),
            pool.closed() ? "closed" : "open",
            pool.specJson(),
            pool.wording(),
            pool.slots(),
            pool.stories())
        == 1;
  }

  /** A pool. */
  static Optional<PoolRecord> find(Connection connection, String id) throws SQLException {
    return Sql.first(connection, PoolTable::pool, COLUMNS + " WHERE id = ?", id);
  }

  /** Takes or prolongs the right to write; false when somebody else has it. */
  static boolean lease(Connection connection, String pool, String holder, Duration time)
      throws SQLException {
    return Sql.change(connection, LEASE, holder, (double) time.toSeconds(), pool, holder) == 1;
  }

  /** Notes that the first candidates have been judged as a whole. */
  static boolean decideYield(Connection connection, String pool) throws SQLException {
    return Sql.change(connection, DECIDE, pool) == 1;
  }

  /** Closes a pool with so many stories; false when it was closed before. */
  static boolean close(Connection connection, String pool, int stories) throws SQLException {
    return Sql.change(connection, CLOSE, stories, pool) == 1;
  }

  /** Adds stories. */
  static void addStories(Connection connection, String pool, Iterable<StoryRecord> stories)
      throws SQLException {
    Sql.write(
        connection,
        ADD_STORY,
        stories,
        story ->
            new @Nullable Object[] {
              pool,
              story.ordinal(),
              story.story(),
              story.passage(),
              story.respondent(),
              story.tokens(),
              story.provenance()
            });
  }

  /** Stories from an ordinal on. */
  static List<StoryRecord> stories(Connection connection, String pool, int from, int limit)
      throws SQLException {
    return Sql.list(connection, PoolTable::story, STORIES, pool, from, limit);
  }

  private static PoolRecord pool(ResultSet row) throws SQLException {
    return new PoolRecord(
        row.getString(1),
        row.getString(2),
        PoolKind.of(row.getString(3)),
        row.getString(4).equals("closed"),
        row.getString(5),
        row.getString(6),
        row.getInt(7),
        row.getInt(8),
        row.getBoolean(9));
  }

  private static StoryRecord story(ResultSet row) throws SQLException {
    return new StoryRecord(
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        row.getString(6));
  }
}
