package dev.voxpop.matching.store;

import dev.voxpop.contracts.bulk.PairRow;
import dev.voxpop.contracts.matching.MatchReceipt;
import dev.voxpop.hosting.Json;
import dev.voxpop.matching.pairing.PairedRespondent;
import dev.voxpop.matching.pairing.PairingResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Pairings. */
@ApplicationScoped
public class Matchings {

  private final Rows rows;

  @Inject
  public Matchings(Rows rows) {
    this.rows = rows;
  }

  @Transactional
  public Optional<MatchReceipt> find(String matching) {
    return MatchingRow.<MatchingRow>findByIdOptional(matching).map(Matchings::receipt);
  }

  /** Returns the report of a pairing as JSON. */
  @Transactional
  public Optional<String> report(String matching) {
    return MatchingRow.<MatchingRow>findByIdOptional(matching).map(row -> row.report);
  }

  /** Stores a pairing unless it is there already. */
  @Transactional
  public void keep(MatchReceipt receipt, PairingResult result) {
    int inserted =
        rows.change(
            "insert into matching (id, pairs, personas, total, gap, unmatched, report)"
                + " values (?, ?, ?, ?, cast(? as double precision), ?, ?) on conflict do nothing",
            Arrays.asList(
                receipt.matching(),
                receipt.pairs(),
                receipt.personas(),
                receipt.total(),
                receipt.gap() == null ? null : receipt.gap().toString(),
                Json.write(receipt.unmatched()),
                Json.write(result.withoutPairs())));
    if (inserted == 1) {
      rows.write(
          "insert into pair (matching, respondent, status, story, weight, log_weight, rank,"
              + " best_weight, ratio, ties, reuse, traits)"
              + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          result.pairs(),
          (statement, pair) -> bind(statement, receipt.matching(), pair));
    }
  }

  /** Returns pairs in order of respondent, after one of them. */
  @Transactional
  public List<PairRow> pairs(String matching, String after, int limit) {
    return rows.read(
        "select respondent, status, story, weight from pair"
            + " where matching = ? and respondent > ? order by respondent limit ?",
        List.of(matching, after, limit),
        row -> new PairRow(row.getString(1), row.getString(2), row.getString(3), row.getDouble(4)));
  }

  /** Returns pairs with all their columns in order of respondent, after one of them. */
  @Transactional
  public List<StoredPair> rows(String matching, String after, int limit) {
    return rows.read(
        "select respondent, status, story, weight, log_weight, rank, best_weight, ratio, ties,"
            + " reuse, traits from pair"
            + " where matching = ? and respondent > ? order by respondent limit ?",
        List.of(matching, after, limit),
        Matchings::row);
  }

  private static StoredPair row(ResultSet row) throws SQLException {
    return new StoredPair(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getDouble(4),
        row.getDouble(5),
        row.getInt(6),
        row.getDouble(7),
        row.getDouble(8),
        row.getInt(9),
        row.getInt(10),
        List.of(Json.read(row.getString(11), PairedRespondent.Trait[].class)));
  }

  private static void bind(PreparedStatement statement, String matching, PairedRespondent pair)
      throws SQLException {
    statement.setString(1, matching);
    statement.setString(2, pair.respondent());
    statement.setString(3, pair.status().text());
    if (pair.story() == null) {
      statement.setNull(4, Types.VARCHAR);
    } else {
      statement.setString(4, pair.story());
    }
    statement.setDouble(5, pair.weight());
    statement.setDouble(6, pair.logWeight());
    statement.setInt(7, pair.rank());
    statement.setDouble(8, pair.bestWeight());
    statement.setDouble(9, pair.ratio());
    statement.setInt(10, pair.ties());
    statement.setInt(11, pair.reuse());
    statement.setString(12, Json.write(pair.traits()));
  }

  private static MatchReceipt receipt(MatchingRow row) {
    return new MatchReceipt(
        row.id, row.pairs, Json.numbers(row.unmatched), row.personas, row.total, row.gap);
  }
}
