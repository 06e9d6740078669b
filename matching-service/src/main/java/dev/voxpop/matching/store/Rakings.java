package dev.voxpop.matching.store;

import dev.voxpop.contracts.bulk.WeightRow;
import dev.voxpop.contracts.matching.RakeReceipt;
import dev.voxpop.hosting.Json;
import dev.voxpop.matching.weighting.WeighingReport;
import dev.voxpop.matching.weighting.WeighingResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Rakings and the weights they issued. */
@ApplicationScoped
public class Rakings {

  private final Rows rows;

  @Inject
  public Rakings(Rows rows) {
    this.rows = rows;
  }

  @Transactional
  public Optional<RakeReceipt> find(String raking) {
    return RakingRow.<RakingRow>findByIdOptional(raking).map(Rakings::receipt);
  }

  /** Returns the report of a raking as JSON. */
  @Transactional
  public Optional<String> report(String raking) {
    return RakingRow.<RakingRow>findByIdOptional(raking).map(row -> row.report);
  }

  /** Stores a raking unless it is there already. */
  @Transactional
  public void keep(String raking, WeighingResult result) {
    int inserted =
        rows.change(
            "insert into raking (id, personas, report) values (?, ?, ?) on conflict do nothing",
            List.of(raking, result.report().personas(), Json.write(result.report())));
    if (inserted == 1) {
      rows.write(
          "insert into raked_weight (raking, persona, weight) values (?, ?, ?)",
          result.weights(),
          (statement, row) -> {
            statement.setString(1, raking);
            statement.setString(2, row.persona());
            statement.setDouble(3, row.weight());
          });
    }
  }

  /** Returns weights in order of persona, after one of them. */
  @Transactional
  public List<WeightRow> weights(String raking, String after, int limit) {
    return rows.read(
        "select persona, weight from raked_weight"
            + " where raking = ? and persona > ? order by persona limit ?",
        List.of(raking, after, limit),
        row -> new WeightRow(row.getString(1), row.getDouble(2)));
  }

  private static RakeReceipt receipt(RakingRow row) {
    WeighingReport report = Json.read(row.report, WeighingReport.class);
    WeighingReport.Issued issued = report.issued();
    return new RakeReceipt(
        row.id,
        row.personas,
        issued == null ? 0 : issued.rounds(),
        issued == null ? 0 : issued.effectiveSize(),
        issued == null ? 0 : issued.errorAfter(),
        report.problem());
  }
}
