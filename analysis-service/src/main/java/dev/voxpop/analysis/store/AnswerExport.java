package dev.voxpop.analysis.store;

import dev.voxpop.analysis.report.Enclosures.StreamedFile;
import dev.voxpop.analysis.report.RowLines;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All answers of an experiment as a file, one row a planned answer with all its columns, in order
 * of id: the same bytes whenever it is written. Rows are streamed from the database.
 */
@ApplicationScoped
public class AnswerExport {

  /** Answers as CSV. */
  public static final String CSV = "answers.csv";

  /** Answers as JSONL. */
  public static final String JSONL = "answers.jsonl";

  private static final int FETCH = 2_000;
  private static final List<String> COLUMNS =
      ResponseColumns.names().stream().filter(name -> !name.equals("term")).toList();

  private static final RowLines LINES = RowLines.of(COLUMNS);
  private static final int PAGE = 1 << 16;

  private final AgroalDataSource source;

  @Inject
  public AnswerExport(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /** Name, hash and length of both files, from one pass over the rows. */
  public List<StreamedFile> files(String experiment) {
    MessageDigest csv = sha256();
    MessageDigest jsonl = sha256();
    OutputStream nowhere = OutputStream.nullOutputStream();
    long rows =
        write(
            experiment,
            List.of(
                new Copy(CSV, new DigestOutputStream(nowhere, csv)),
                new Copy(JSONL, new DigestOutputStream(nowhere, jsonl))));
    return List.of(
        new StreamedFile(CSV, HexFormat.of().formatHex(csv.digest()), rows),
        new StreamedFile(JSONL, HexFormat.of().formatHex(jsonl.digest()), rows));
  }

  /** Writes a file and returns its number of rows. */
  public long write(String experiment, String name, OutputStream target) {
    return write(experiment, List.of(new Copy(name, target)));
  }

  private long write(String experiment, List<Copy> copies) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement =
          connection.prepareStatement(
              "SELECT %s FROM analysis.response WHERE experiment = ? ORDER BY id"
                  .formatted(String.join(", ", COLUMNS)))) {
        statement.setFetchSize(FETCH);
        statement.setString(1, experiment);
        try (ResultSet row = statement.executeQuery()) {
          return write(row, copies);
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StoreFailure(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long write(ResultSet row, List<Copy> copies) throws SQLException, IOException {
    @Nullable Object[] values = new Object[COLUMNS.size()];
    long rows = 0;
    while (row.next()) {
      for (int i = 0; i < values.length; i++) {
        values[i] = row.getObject(i + 1);
      }
      for (Copy copy : copies) {
        copy.add(values);
      }
      rows++;
    }
    for (Copy copy : copies) {
      copy.flush();
    }
    return rows;
  }

  /** One file while it is written, a page of text at a time. */
  private static final class Copy {
    private final boolean csv;
    private final OutputStream target;
    private final StringBuilder page = new StringBuilder(2 * PAGE);

    Copy(String name, OutputStream target) {
      this.csv = name.equals(CSV);
      this.target = target;
      if (csv) {
        LINES.heading(page);
      }
    }

    void add(@Nullable Object[] values) throws IOException {
      if (csv) {
        LINES.csv(page, values);
      } else {
        LINES.jsonl(page, values);
      }
      if (page.length() >= PAGE) {
        flush();
      }
    }

    void flush() throws IOException {
      target.write(page.toString().getBytes(StandardCharsets.UTF_8));
      target.flush();
      page.setLength(0);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    }
  }
}
