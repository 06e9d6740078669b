package dev.voxpop.analysis.store;

import dev.voxpop.contracts.event.ResponseCompleted;
import dev.voxpop.contracts.event.ResponseCompleted.Answer;
import dev.voxpop.contracts.identity.Checksum;
import dev.voxpop.hosting.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of the response table and where each comes from in an event. */
final class ResponseColumns {

  /** A column, its SQL type and its value. */
  private record Column(
      String name, String type, Function<Received<ResponseCompleted>, @Nullable Object> value) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", "uuid", Received::id),
          of("experiment", "text", ResponseCompleted::experiment),
          of("arm", "text", ResponseCompleted::arm),
          of("persona", "text", ResponseCompleted::persona),
          of("story", "text", ResponseCompleted::story),
          of("respondent", "text", ResponseCompleted::respondent),
          of("question", "text", ResponseCompleted::question),
          of("repeat", "int4", ResponseCompleted::repeat),
          of("state", "text", ResponseCompleted::state),
          answer("answer_kind", "text", Answer::kind),
          answer("option", "int4", Answer::option),
          answer("code", "text", Answer::code),
          of("reason", "text", ResponseCompleted::reason),
          of("display_order", "text", data -> Json.write(data.displayOrder())),
          of("question_position", "int4", ResponseCompleted::questionPosition),
          of("attempts", "int4", ResponseCompleted::attempts),
          of("first_state", "text", ResponseCompleted::firstAttemptState),
          of("input_tokens", "int8", data -> data.usage().inputTokens()),
          of("cached_tokens", "int8", data -> data.usage().cachedTokens()),
          of("output_tokens", "int8", data -> data.usage().outputTokens()),
          of("reasoning_tokens", "int8", data -> data.usage().reasoningTokens()),
          of("currency", "text", data -> data.cost().currency()),
          of("micros", "int8", data -> data.cost().micros()),
          of("model_alias", "text", data -> data.model().alias()),
          of("model_reported", "text", data -> data.model().reported()),
          of("prompt_hash", "text", ResponseCompleted::promptHash),
          of("prompts", "text", data -> Json.write(data.prompts())),
          of("parser", "text", ResponseCompleted::parser),
          of("simulated", "bool", ResponseCompleted::simulated),
          new Column("term", "int8", ResponseColumns::term));

  private static final String INSERT =
      "INSERT INTO %%s (%s) SELECT * FROM unnest(%s) ON CONFLICT (id) DO NOTHING RETURNING experiment"
          .formatted(
              COLUMNS.stream().map(Column::name).collect(Collectors.joining(", ")),
              COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")));

  private ResponseColumns() {}

  /** Names of all columns, in order. */
  static List<String> names() {
    return COLUMNS.stream().map(Column::name).toList();
  }

  /** All columns as exports have them, in order. */
  static List<dev.voxpop.tables.Column> exported() {
    return COLUMNS.stream()
        .map(
            column ->
                switch (column.type()) {
                  case "int4", "int8" -> dev.voxpop.tables.Column.whole(column.name());
                  case "bool" -> dev.voxpop.tables.Column.truth(column.name());
                  default -> dev.voxpop.tables.Column.text(column.name());
                })
        .toList();
  }

  /** Inserts events that are not there yet and returns how many were new, by experiment. */
  static Map<String, Long> insert(
      Connection connection, Shelf shelf, List<Received<ResponseCompleted>> events)
      throws SQLException {
    if (events.isEmpty()) {
      return Map.of();
    }
    try (PreparedStatement statement =
        connection.prepareStatement(INSERT.formatted(shelf.table()))) {
      for (int i = 0; i < COLUMNS.size(); i++) {
        Column column = COLUMNS.get(i);
        Object[] values = events.stream().map(column.value()).toArray();
        statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
      }
      try (ResultSet row = statement.executeQuery()) {
        Map<String, Long> fresh = new HashMap<>();
        while (row.next()) {
          fresh.merge(row.getString(1), 1L, Long::sum);
        }
        return fresh;
      }
    }
  }

  private static Column of(
      String name, String type, Function<ResponseCompleted, @Nullable Object> value) {
    return new Column(name, type, event -> value.apply(event.data()));
  }

  private static Column answer(String name, String type, Function<Answer, @Nullable Object> value) {
    return of(
        name,
        type,
        data -> {
          Answer answer = data.answer();
          return answer == null ? null : value.apply(answer);
        });
  }

  private static Object term(Received<ResponseCompleted> event) {
    Answer answer = event.data().answer();
    return Checksum.term(event.id(), event.data().state(), answer == null ? null : answer.code());
  }
}
