package dev.voxpop.analysis.store;

import dev.voxpop.analysis.compliance.CellRecord;
import dev.voxpop.contracts.event.ResponseCompleted;
import dev.voxpop.contracts.identity.Checksum;
import dev.voxpop.hosting.Json;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The stored answers of arms. */
@ApplicationScoped
public class Answers {

  private static final int FETCH = 5_000;

  private final AgroalDataSource source;

  @Inject
  public Answers(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /** How many answers of an arm have arrived, and their checksum. */
  public ArmCount count(String experiment, String arm) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*), coalesce(sum(term), 0) FROM analysis.response"
                    + " WHERE experiment = ? AND arm = ?")) {
      statement.setString(1, experiment);
      statement.setString(2, arm);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        BigDecimal sum = row.getBigDecimal(2);
        return new ArmCount(row.getLong(1), new Checksum(sum.toBigInteger().longValue()).hex());
      }
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  /** All answers of an arm, in order of persona, question and repeat. */
  public ArmAnswers load(String experiment, String arm) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement =
          connection.prepareStatement(
              "SELECT persona, story, respondent, question, repeat, state, option, reason,"
                  + " attempts, first_state, model_alias, model_reported, currency, prompts,"
                  + " display_order FROM"
                  + " analysis.response WHERE experiment = ? AND arm = ? ORDER BY persona,"
                  + " question, repeat")) {
        statement.setFetchSize(FETCH);
        statement.setString(1, experiment);
        statement.setString(2, arm);
        try (ResultSet row = statement.executeQuery()) {
          return new Loading().all(row);
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  /** Collects rows; equal texts are kept once. */
  private static final class Loading {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<Integer>> orders = new HashMap<>();
    private final List<CellRecord> cells = new ArrayList<>();
    private final TreeSet<String> models = new TreeSet<>();
    private final TreeSet<String> currencies = new TreeSet<>();
    private final TreeSet<String> prompts = new TreeSet<>();

    ArmAnswers all(ResultSet row) throws SQLException {
      while (row.next()) {
        cells.add(cell(row));
        models.add(row.getString(11) + ": " + row.getString(12));
        currencies.add(row.getString(13));
        prompts.add(row.getString(14));
      }
      return new ArmAnswers(cells, models, String.join(", ", currencies), prompts());
    }

    private CellRecord cell(ResultSet row) throws SQLException {
      String persona = text(row.getString(1));
      String story = row.getString(2);
      return new CellRecord(
          persona,
          story == null ? persona : text(story),
          nullable(row.getString(3)),
          text(row.getString(4)),
          row.getInt(5),
          text(row.getString(6)),
          row.getObject(7, Integer.class),
          nullable(row.getString(8)),
          row.getInt(9),
          nullable(row.getString(10)),
          orders.computeIfAbsent(row.getString(15), order -> Json.readList(order, Integer.class)));
    }

    private SortedMap<String, String> prompts() {
      TreeMap<String, String> all = new TreeMap<>();
      for (String list : prompts) {
        Json.readList(list, ResponseCompleted.Prompt.class)
            .forEach(prompt -> all.put(prompt.id(), prompt.sha256()));
      }
      return all;
    }

    private @Nullable String nullable(@Nullable String text) {
      return text == null ? null : text(text);
    }

    private String text(String text) {
      return texts.computeIfAbsent(text, same -> same);
    }
  }
}
