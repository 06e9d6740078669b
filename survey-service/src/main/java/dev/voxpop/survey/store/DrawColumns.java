package dev.voxpop.survey.store;

import dev.voxpop.contracts.event.AnswerState;
import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.interviewing.SeriesKey;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Usage;
import dev.voxpop.survey.interview.Cell;
import dev.voxpop.survey.interview.Draw;
import dev.voxpop.survey.interview.Finding;
import dev.voxpop.survey.interview.Utterance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns that answers and attempts have in common. */
final class DrawColumns {
  /** In the order in which {@link #bind} fills and {@link #read} reads them. */
  static final String NAMES =
      "roster, member, question, repeat, prompt_hash, position, seed, state, first_state, reason,"
          + " option, code, display_order, raw, finish, model, latency_millis, input_tokens,"
          + " cached_tokens, output_tokens, reasoning_tokens, estimated, micros, masses";

  /** How many there are. */
  static final int COUNT = 24;

  /** A place holder for every column. */
  static final String PARAMETERS = "?, ".repeat(COUNT - 1) + "?";

  private static final HexFormat HEX = HexFormat.of();

  private DrawColumns() {}

  static void bind(Unnest<DrawRow> rows) throws SQLException {
    rows.ints(row -> row.key().roster())
        .ints(row -> row.key().member())
        .ints(row -> row.draw().cell().question())
        .ints(row -> row.key().repeat())
        .bytes(row -> HEX.parseHex(row.draw().promptHash()))
        .ints(row -> row.draw().cell().position())
        .ints(row -> row.draw().seed())
        .texts(row -> row.draw().finding().state().wireName())
        .texts(row -> row.draw().firstState().wireName())
        .texts(row -> row.draw().finding().reason())
        .optionalInts(row -> row.draw().finding().option())
        .texts(row -> row.draw().finding().code())
        .texts(row -> written(row.draw().cell().order()));
    bindUtterance(rows);
  }

  private static void bindUtterance(Unnest<DrawRow> rows) throws SQLException {
    rows.texts(row -> said(row).raw())
        .texts(row -> written(said(row).finish()))
        .texts(row -> said(row).model())
        .ints(row -> said(row).latencyMillis())
        .ints(row -> Math.toIntExact(said(row).usage().input()))
        .ints(row -> Math.toIntExact(said(row).usage().cachedInput()))
        .ints(row -> Math.toIntExact(said(row).usage().output()))
        .ints(row -> Math.toIntExact(said(row).usage().reasoning()))
        .flags(row -> said(row).usage().source() == Usage.Source.ESTIMATED)
        .optionalLongs(
            row -> said(row).micros().isPresent() ? said(row).micros().getAsLong() : null)
        .texts(row -> written(row.draw().masses()));
  }

  static SeriesKey key(ResultSet row) throws SQLException {
    return new SeriesKey(row.getInt("roster"), row.getInt("member"), row.getInt("repeat"));
  }

  /** The draw of a row; number and finality are not among the common columns. */
  static Draw read(ResultSet row, int number, Draw.Finality finality) throws SQLException {
    Finding finding =
        new Finding(
            AnswerState.parse(row.getString("state")),
            row.getString("reason"),
            integer(row, "option"),
            row.getString("code"));
    return new Draw(
        new Cell(
            row.getInt("question"), row.getInt("position"), order(row.getString("display_order"))),
        number,
        row.getInt("seed"),
        HEX.formatHex(row.getBytes("prompt_hash")),
        finding,
        masses(row.getString("masses")),
        AnswerState.parse(row.getString("first_state")),
        utterance(row),
        finality);
  }

  private static Utterance utterance(ResultSet row) throws SQLException {
    Usage usage =
        new Usage(
            row.getInt("input_tokens"),
            row.getInt("cached_tokens"),
            row.getInt("output_tokens"),
            row.getInt("reasoning_tokens"),
            row.getBoolean("estimated") ? Usage.Source.ESTIMATED : Usage.Source.REPORTED);
    long micros = row.getLong("micros");
    return new Utterance(
        row.getString("raw"),
        finish(row.getString("finish")),
        row.getString("model"),
        row.getInt("latency_millis"),
        usage,
        row.wasNull() ? OptionalLong.empty() : OptionalLong.of(micros));
  }

  static String written(DisplayOrder order) {
    return order.originals().stream()
        .map(i -> Integer.toString(i))
        .collect(Collectors.joining(","));
  }

  static DisplayOrder order(String written) {
    return written.isEmpty()
        ? DisplayOrder.identity(0)
        : DisplayOrder.of(Arrays.stream(written.split(",")).mapToInt(Integer::parseInt).toArray());
  }

  private static @Nullable String written(List<Double> masses) {
    return masses.isEmpty()
        ? null
        : masses.stream().map(mass -> Double.toString(mass)).collect(Collectors.joining(","));
  }

  /** The masses of a column; their shortest exact decimals, so they come back as they were. */
  static List<Double> masses(@Nullable String written) {
    return written == null
        ? List.of()
        : Arrays.stream(written.split(",")).map(Double::valueOf).toList();
  }

  private static @Nullable String written(Reply.@Nullable Finish finish) {
    return finish == null ? null : finish.name().toLowerCase(Locale.ROOT);
  }

  private static Reply.@Nullable Finish finish(@Nullable String written) {
    return written == null ? null : Reply.Finish.valueOf(written.toUpperCase(Locale.ROOT));
  }

  private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  private static Utterance said(DrawRow row) {
    return row.draw().utterance();
  }
}
