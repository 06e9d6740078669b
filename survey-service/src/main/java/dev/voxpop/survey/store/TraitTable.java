package dev.voxpop.survey.store;

import dev.voxpop.contracts.event.AnswerState;
import dev.voxpop.interviewing.SeriesKey;
import dev.voxpop.languagemodel.Usage;
import dev.voxpop.survey.demographics.TraitDraw;
import dev.voxpop.survey.demographics.TraitResult;
import dev.voxpop.survey.interview.Utterance;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Requests about traits, one row each with all its draws. The first writer of a request wins. */
final class TraitTable implements ResultTable<TraitResult> {
  private static final String INSERT =
      """
      INSERT INTO survey.trait_request (roster, member, request, trait, source, finished, first_draw,
        prompt_hash, seed, display_order, states, options, raws, masses, reason, model,
        latency_millis, input_tokens, output_tokens, micros)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String FIND =
      "SELECT * FROM survey.trait_request WHERE roster = ? AND member = ? AND request = ?";
  private static final HexFormat HEX = HexFormat.of();

  @Override
  public void store(Connection connection, List<Writing<TraitResult>> writings)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (Writing<TraitResult> writing : writings) {
        bind(statement, writing.entry().key(), writing.result());
        statement.addBatch();
      }
      int[] inserted = statement.executeBatch();
      for (int i = 0; i < inserted.length; i++) {
        if (inserted[i] == 0) {
          readBack(connection, writings.get(i));
        }
      }
    }
  }

  private static void readBack(Connection connection, Writing<TraitResult> writing)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setInt(1, writing.entry().key().roster());
      statement.setInt(2, writing.entry().key().member());
      statement.setInt(3, writing.result().request());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        TraitResult earlier = read(row);
        writing.found(earlier);
        String asked = writing.result().question().promptHash();
        if (!earlier.question().promptHash().equals(asked)) {
          writing.drifted(
              "request %d was answered for prompt %s and is asked with prompt %s"
                  .formatted(earlier.request(), earlier.question().promptHash(), asked));
        }
      }
    }
  }

  private static void bind(PreparedStatement row, SeriesKey key, TraitResult result)
      throws SQLException {
    row.setInt(1, key.roster());
    row.setInt(2, key.member());
    row.setInt(3, result.request());
    row.setInt(4, result.trait());
    row.setString(5, result.source().wireName());
    row.setBoolean(6, result.standing() == TraitResult.Standing.FINISHED);
    row.setInt(7, result.firstDraw());
    row.setBytes(8, HEX.parseHex(result.question().promptHash()));
    row.setInt(9, result.question().seed());
    row.setString(10, DrawColumns.written(result.question().order()));
    bindDraws(row, result);
    bindCall(row, result);
  }

  private static void bindDraws(PreparedStatement row, TraitResult result) throws SQLException {
    Connection connection = row.getConnection();
    List<TraitDraw> draws = result.draws();
    row.setArray(
        11,
        connection.createArrayOf(
            "text", draws.stream().map(draw -> draw.state().wireName()).toArray()));
    row.setArray(
        12, connection.createArrayOf("int2", draws.stream().map(TraitDraw::option).toArray()));
    row.setArray(
        13, connection.createArrayOf("text", draws.stream().map(TraitDraw::raw).toArray()));
    row.setArray(14, connection.createArrayOf("float8", result.masses().toArray()));
    row.setString(15, result.reason());
  }

  private static void bindCall(PreparedStatement row, TraitResult result) throws SQLException {
    Utterance said = result.said();
    row.setString(16, said.model());
    row.setInt(17, said.latencyMillis());
    row.setInt(18, Math.toIntExact(said.usage().input()));
    row.setInt(19, Math.toIntExact(said.usage().output()));
    row.setObject(20, said.micros().isPresent() ? said.micros().getAsLong() : null);
  }

  /** The result of a row. */
  static TraitResult read(ResultSet row) throws SQLException {
    return new TraitResult(
        row.getInt("request"),
        row.getInt("trait"),
        source(row.getString("source")),
        row.getInt("first_draw"),
        new TraitResult.Question(
            HEX.formatHex(row.getBytes("prompt_hash")),
            row.getInt("seed"),
            DrawColumns.order(row.getString("display_order"))),
        draws(row),
        Arrays.stream(elements(row, "masses")).map(Double.class::cast).toList(),
        row.getString("reason"),
        said(row),
        row.getBoolean("finished") ? TraitResult.Standing.FINISHED : TraitResult.Standing.GOES_ON);
  }

  private static Utterance said(ResultSet row) throws SQLException {
    Usage usage =
        new Usage(
            row.getInt("input_tokens"), 0, row.getInt("output_tokens"), 0, Usage.Source.REPORTED);
    long micros = row.getLong("micros");
    return new Utterance(
        "",
        null,
        row.getString("model"),
        row.getInt("latency_millis"),
        usage,
        row.wasNull() ? OptionalLong.empty() : OptionalLong.of(micros));
  }

  private static List<TraitDraw> draws(ResultSet row) throws SQLException {
    @Nullable Object[] states = elements(row, "states");
    @Nullable Object[] options = elements(row, "options");
    @Nullable Object[] raws = elements(row, "raws");
    List<TraitDraw> draws = new ArrayList<>();
    for (int i = 0; i < states.length; i++) {
      Number option = (Number) options[i];
      draws.add(
          new TraitDraw(
              AnswerState.parse(String.valueOf(states[i])),
              option == null ? null : option.intValue(),
              String.valueOf(raws[i])));
    }
    return draws;
  }

  private static @Nullable Object[] elements(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return (Object[]) array.getArray();
  }

  private static TraitResult.Source source(String wireName) {
    return Arrays.stream(TraitResult.Source.values())
        .filter(source -> source.wireName().equals(wireName))
        .findFirst()
        .orElseThrow();
  }

  /** Results by series, in the order of requests. */
  static Map<SeriesKey, List<TraitResult>> read(PreparedStatement statement) throws SQLException {
    Map<SeriesKey, List<TraitResult>> results = new HashMap<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        SeriesKey key = new SeriesKey(row.getInt("roster"), row.getInt("member"), 0);
        results.computeIfAbsent(key, series -> new ArrayList<>()).add(read(row));
      }
    }
    return results;
  }
}
