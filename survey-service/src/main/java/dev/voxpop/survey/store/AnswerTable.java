package dev.voxpop.survey.store;

import dev.voxpop.outbox.OutboxMessage;
import dev.voxpop.outbox.OutboxTable;
import dev.voxpop.survey.interview.Draw;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Answers and the draws before them. The first writer of a cell wins; its event goes into the
 * outbox with it; a later result for the same cell is kept as a discarded attempt, for its cost.
 */
final class AnswerTable implements ResultTable<Draw> {
  private static final String INSERT_ANSWERS =
      ("INSERT INTO survey.answer (%s, id, attempts, parser) SELECT * FROM unnest(%s, ?::uuid[], ?, ?)"
              + " ON CONFLICT DO NOTHING RETURNING roster, member, question, repeat")
          .formatted(DrawColumns.NAMES, DrawColumns.PARAMETERS);
  private static final String INSERT_ATTEMPTS =
      ("INSERT INTO survey.attempt (%s, draw, discarded) SELECT * FROM unnest(%s, ?, ?)"
              + " ON CONFLICT DO NOTHING RETURNING roster, member, question, repeat")
          .formatted(DrawColumns.NAMES, DrawColumns.PARAMETERS);
  private final OutboxTable outbox;
  private final String parser;

  AnswerTable(OutboxTable outbox, String parser) {
    this.outbox = outbox;
    this.parser = parser;
  }

  @Override
  public void store(Connection connection, List<Writing<Draw>> writings) throws SQLException {
    List<Writing<Draw>> answers = writings.stream().filter(w -> w.result().isAnswer()).toList();
    List<Writing<Draw>> attempts = writings.stream().filter(w -> !w.result().isAnswer()).toList();
    List<Writing<Draw>> discarded = new ArrayList<>();
    if (!answers.isEmpty()) {
      Set<CellKey> inserted = insertAnswers(connection, answers);
      outbox.insert(connection, eventsOf(answers, inserted));
      discarded.addAll(readBack(connection, answers, inserted));
    }
    if (!attempts.isEmpty()) {
      Set<CellKey> inserted = insertAttempts(connection, attempts, Standing.COUNTS);
      discarded.addAll(readBackAttempts(connection, attempts, inserted));
    }
    List<Writing<Draw>> bought =
        discarded.stream().filter(w -> w.entry().bill().settled().calls() > 0).toList();
    if (!bought.isEmpty()) {
      insertAttempts(connection, bought, Standing.DISCARDED);
    }
  }

  private enum Standing {
    COUNTS,
    DISCARDED
  }

  private Set<CellKey> insertAnswers(Connection connection, List<Writing<Draw>> answers)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT_ANSWERS)) {
      Unnest<DrawRow> rows = new Unnest<>(statement, rows(answers));
      DrawColumns.bind(rows);
      List<OutboxMessage> events = answers.stream().map(AnswerTable::event).toList();
      statement.setArray(
          DrawColumns.COUNT + 1,
          connection.createArrayOf(
              "text", events.stream().map(event -> event.id().toString()).toArray()));
      statement.setObject(
          DrawColumns.COUNT + 2,
          answers.stream().mapToInt(writing -> writing.result().attempts()).toArray());
      statement.setArray(
          DrawColumns.COUNT + 3,
          connection.createArrayOf("text", answers.stream().map(w -> parser).toArray()));
      return keys(statement);
    }
  }

  private static Set<CellKey> insertAttempts(
      Connection connection, List<Writing<Draw>> attempts, Standing standing) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT_ATTEMPTS)) {
      DrawColumns.bind(new Unnest<>(statement, rows(attempts)));
      statement.setObject(
          DrawColumns.COUNT + 1,
          attempts.stream().mapToInt(writing -> writing.result().number()).toArray());
      statement.setObject(
          DrawColumns.COUNT + 2,
          attempts.stream()
              .mapToInt(w -> standing == Standing.COUNTS ? 0 : w.hold().epoch())
              .toArray());
      return keys(statement);
    }
  }

  private static List<OutboxMessage> eventsOf(List<Writing<Draw>> answers, Set<CellKey> inserted) {
    return answers.stream()
        .filter(writing -> inserted.contains(cell(writing)))
        .map(AnswerTable::event)
        .toList();
  }

  private static List<Writing<Draw>> readBack(
      Connection connection, List<Writing<Draw>> answers, Set<CellKey> inserted)
      throws SQLException {
    List<Writing<Draw>> late =
        answers.stream().filter(writing -> !inserted.contains(cell(writing))).toList();
    if (late.isEmpty()) {
      return late;
    }
    Map<CellKey, Draw> stored = StoredDraws.answers(connection, rows(late));
    for (Writing<Draw> writing : late) {
      Draw earlier = Objects.requireNonNull(stored.get(cell(writing)), "a conflict without a row");
      writing.found(earlier);
      if (!earlier.promptHash().equals(writing.result().promptHash())) {
        writing.drifted(difference(writing, earlier));
      }
    }
    return late;
  }

  private static List<Writing<Draw>> readBackAttempts(
      Connection connection, List<Writing<Draw>> attempts, Set<CellKey> inserted)
      throws SQLException {
    List<Writing<Draw>> late =
        attempts.stream().filter(writing -> !inserted.contains(cell(writing))).toList();
    if (!late.isEmpty()) {
      Map<CellKey, Draw> stored = StoredDraws.attempts(connection, rows(late));
      late.forEach(w -> w.found(Objects.requireNonNullElse(stored.get(cell(w)), w.result())));
    }
    return late;
  }

  /** The answer of a row. */
  static Draw answer(ResultSet row) throws SQLException {
    int attempts = row.getInt("attempts");
    return attempts == 0
        ? DrawColumns.read(row, 0, Draw.Finality.UNASKED)
        : DrawColumns.read(row, attempts - 1, Draw.Finality.ANSWER);
  }

  /** The draw of a row that was asked again. */
  static Draw attempt(ResultSet row) throws SQLException {
    return DrawColumns.read(row, row.getInt("draw"), Draw.Finality.ASKED_AGAIN);
  }

  private static Set<CellKey> keys(PreparedStatement statement) throws SQLException {
    Set<CellKey> keys = new HashSet<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        keys.add(CellKey.of(row));
      }
    }
    return keys;
  }

  private static CellKey cell(Writing<Draw> writing) {
    return new CellKey(writing.entry().key(), writing.result().cell().question());
  }

  private static List<DrawRow> rows(List<Writing<Draw>> writings) {
    return writings.stream().map(w -> new DrawRow(w.entry().key(), w.result())).toList();
  }

  private static OutboxMessage event(Writing<Draw> writing) {
    return Objects.requireNonNull(writing.event(), "an answer without its event");
  }

  private static String difference(Writing<Draw> writing, Draw earlier) {
    OutboxMessage event = writing.event();
    return "%s was answered for prompt %s and is asked with prompt %s"
        .formatted(
            event == null ? writing.entry().key() : event.subject(),
            earlier.promptHash(),
            writing.result().promptHash());
  }
}
