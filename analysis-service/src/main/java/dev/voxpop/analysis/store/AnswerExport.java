package dev.voxpop.analysis.store;

import dev.voxpop.analysis.report.Csv;
import dev.voxpop.analysis.report.Enclosures.StreamedFile;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
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
import java.util.ArrayList;
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

  private final AgroalDataSource source;

  @Inject
  public AnswerExport(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /** Name, hash and length of both files. */
  public List<StreamedFile> files(String experiment) {
    List<StreamedFile> files = new ArrayList<>();
    for (String name : List.of(CSV, JSONL)) {
      DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), sha256());
      long rows = write(experiment, name, digest);
      String hash = HexFormat.of().formatHex(digest.getMessageDigest().digest());
      files.add(new StreamedFile(name, hash, rows));
    }
    return files;
  }

  /** Writes a file and returns its number of rows. */
  public long write(String experiment, String name, OutputStream target) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement =
          connection.prepareStatement(
              "SELECT %s FROM analysis.response WHERE experiment = ? ORDER BY id"
                  .formatted(String.join(", ", COLUMNS)))) {
        statement.setFetchSize(FETCH);
        statement.setString(1, experiment);
        try (ResultSet row = statement.executeQuery()) {
          return write(row, name, target);
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

  private static long write(ResultSet row, String name, OutputStream target)
      throws SQLException, IOException {
    boolean csv = name.equals(CSV);
    BufferedOutputStream lines = new BufferedOutputStream(target);
    if (csv) {
      lines.write(Csv.csvLine(COLUMNS).getBytes(StandardCharsets.UTF_8));
    }
    long rows = 0;
    while (row.next()) {
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = 1; i <= COLUMNS.size(); i++) {
        values.add(row.getObject(i));
      }
      String line = csv ? Csv.csvLine(values) : Csv.jsonLine(COLUMNS, values);
      lines.write(line.getBytes(StandardCharsets.UTF_8));
      rows++;
    }
    lines.flush();
    return rows;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    }
  }
}
