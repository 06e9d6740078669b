package dev.voxpop.analysis.store;

import dev.voxpop.analysis.report.FileBytes;
import dev.voxpop.analysis.report.Respondents;
import dev.voxpop.analysis.report.StudyFiles;
import dev.voxpop.contracts.event.ReportPublished;
import dev.voxpop.contracts.event.ReportPublished.ReportFile;
import dev.voxpop.hosting.Json;
import dev.voxpop.outbox.OutboxMessage;
import dev.voxpop.outbox.OutboxTable;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Written reports and their files. */
@ApplicationScoped
public class Reports {

  private static final OutboxTable OUTBOX = OutboxTable.in("analysis");

  private final AgroalDataSource source;

  @Inject
  public Reports(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /** A report to be stored with the event that announces it. */
  public record Draft(
      UUID id,
      ReportPublished published,
      Instant created,
      List<StoredFile> files,
      OutboxMessage event) {

    /** Copies the list. */
    public Draft {
      files = List.copyOf(files);
    }
  }

  /** Stores a report, its files and its event together, unless it is there already. */
  public void keep(Draft draft) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (header(connection, draft) == 1) {
          files(connection, draft);
          OUTBOX.insert(connection, List.of(draft.event()));
        }
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  /** A report by its id. */
  @Transactional
  public Optional<ReportRow> find(UUID id) {
    return ReportRow.findByIdOptional(id);
  }

  /** The newest report of an experiment. */
  @Transactional
  public Optional<ReportRow> newest(String experiment) {
    return ReportRow.find("experiment = ?1 order by number desc", experiment).firstResultOptional();
  }

  /** A file of a report. */
  public Optional<StoredFile> file(UUID report, String name) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT sha256, content FROM analysis.report_file WHERE report = ? AND name = ?")) {
      statement.setObject(1, report);
      statement.setString(2, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(stored(row, name)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  /** What a report says of its people beside their answers. */
  public Respondents people(UUID report) {
    return file(report, StudyFiles.PEOPLE + ".jsonl")
        .map(file -> DescribedPeople.of(file.content().text()).respondents())
        .orElse(Respondents.NOBODY);
  }

  private static StoredFile stored(ResultSet row, String name) throws SQLException {
    return new StoredFile(name, row.getString(1), FileBytes.of(row.getBytes(2)));
  }

  /** Names and hashes of all files of a report in order of name. */
  public List<ReportFile> listed(UUID report) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT name, sha256 FROM analysis.report_file WHERE report = ? ORDER BY name")) {
      statement.setObject(1, report);
      List<ReportFile> files = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          files.add(new ReportFile(row.getString(1), row.getString(2)));
        }
      }
      return files;
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private static int header(Connection connection, Draft draft) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO analysis.report"
                + " (id, experiment, document_hash, partial, simulated, headline, created)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING")) {
      ReportPublished published = draft.published();
      statement.setObject(1, draft.id());
      statement.setString(2, published.experiment());
      statement.setString(3, published.documentHash());
      statement.setBoolean(4, published.partial());
      statement.setBoolean(5, published.simulated());
      statement.setString(6, Json.write(published.headline()));
      statement.setObject(7, draft.created().atOffset(ZoneOffset.UTC));
      return statement.executeUpdate();
    }
  }

  private static void files(Connection connection, Draft draft) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO analysis.report_file (report, name, sha256, content) VALUES (?, ?, ?,"
                + " ?)")) {
      for (StoredFile file : draft.files()) {
        statement.setObject(1, draft.id());
        statement.setString(2, file.name());
        statement.setString(3, file.sha256());
        statement.setBytes(4, file.content().copy());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
