package dev.voxpop.analysis.store;

import dev.voxpop.analysis.report.Enclosures.StreamedFile;
import dev.voxpop.analysis.report.Respondents;
import dev.voxpop.analysis.report.RowSink;
import dev.voxpop.tables.Column;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All answers of an experiment as a file, one row a planned answer with all its columns and what is
 * known of the matched person, in order of id: the same bytes whenever it is written. Rows are
 * streamed from the database.
 */
@ApplicationScoped
public class AnswerExport {

  /** Answers in every format. */
  public static final List<String> NAMES =
      List.of("answers.csv", "answers.jsonl", "answers.parquet");

  private static final int FETCH = 2_000;
  private static final String RESPONDENT = "respondent";
  private static final List<Column> COLUMNS =
      ResponseColumns.exported().stream().filter(column -> !column.name().equals("term")).toList();

  private final AgroalDataSource source;

  @Inject
  public AnswerExport(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /** Name, hash and length of all files, from one pass over the rows. */
  public List<StreamedFile> files(String experiment, Respondents people) {
    List<MessageDigest> digests = NAMES.stream().map(name -> Digests.sha256()).toList();
    List<OutputStream> targets = new ArrayList<>();
    digests.forEach(
        digest -> targets.add(new DigestOutputStream(OutputStream.nullOutputStream(), digest)));
    long rows = write(experiment, people, NAMES, targets);
    List<StreamedFile> files = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      files.add(new StreamedFile(NAMES.get(i), Digests.hex(digests.get(i)), rows));
    }
    return files;
  }

  /** Writes a file and returns its number of rows. */
  public long write(String experiment, Respondents people, String name, OutputStream target) {
    return write(experiment, people, List.of(name), List.of(target));
  }

  private long write(
      String experiment, Respondents people, List<String> names, List<OutputStream> targets) {
    List<Column> columns = new ArrayList<>(COLUMNS);
    columns.addAll(people.columns());
    try (Connection connection = source.getConnection()) {
      List<RowSink> sinks = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        sinks.add(RowSink.of(names.get(i), columns, targets.get(i)));
      }
      return write(connection, experiment, people, sinks);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long write(
      Connection connection, String experiment, Respondents people, List<RowSink> sinks)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT %s FROM analysis.response WHERE experiment = ? ORDER BY id"
                .formatted(COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "))))) {
      statement.setFetchSize(FETCH);
      statement.setString(1, experiment);
      try (ResultSet row = statement.executeQuery()) {
        return write(row, people, sinks);
      }
    } finally {
      connection.rollback();
    }
  }

  private static long write(ResultSet row, Respondents people, List<RowSink> sinks)
      throws SQLException, IOException {
    @Nullable Object[] stored = new Object[COLUMNS.size()];
    long rows = 0;
    while (row.next()) {
      for (int i = 0; i < stored.length; i++) {
        stored[i] = row.getObject(i + 1);
      }
      List<@Nullable Object> values = new ArrayList<>(Arrays.asList(stored));
      people.append(values, row.getString(RESPONDENT));
      @Nullable Object[] cells = values.toArray();
      for (RowSink sink : sinks) {
        sink.add(cells);
      }
      rows++;
    }
    for (RowSink sink : sinks) {
      sink.finish();
    }
    return rows;
  }
}
