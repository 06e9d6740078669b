package dev.voxpop.matching.store;

import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.hosting.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws from samples. */
@ApplicationScoped
public class Draws {

  private final Rows rows;

  @Inject
  public Draws(Rows rows) {
    this.rows = rows;
  }

  @Transactional
  public Optional<SampleDrawRow> find(String draw) {
    return SampleDrawRow.findByIdOptional(draw);
  }

  /** Stores a draw unless it is there already. */
  @Transactional
  public void keep(String draw, String sample, List<String> respondents) {
    int inserted =
        rows.change(
            "insert into sample_draw (id, sample, people) values (?, ?, ?) on conflict do nothing",
            List.of(draw, sample, respondents.size()));
    if (inserted == 1) {
      rows.write(
          "insert into sample_draw_member (draw, respondent) values (?, ?)",
          respondents,
          (statement, respondent) -> {
            statement.setString(1, draw);
            statement.setString(2, respondent);
          });
    }
  }

  /**
   * Returns drawn people in order of pseudonym.
   *
   * @param columns columns to hand out; empty for all
   * @param after pseudonym after which to begin
   */
  @Transactional
  public List<RespondentRow> respondents(
      String draw, List<String> columns, String after, int limit) {
    return rows.read(
        "select h.respondent, h.weight, h.codes from sample_draw d"
            + " join sample_draw_member m on m.draw = d.id"
            + " join human h on h.sample = d.sample and h.respondent = m.respondent"
            + " where d.id = ? and m.respondent > ? order by m.respondent limit ?",
        List.of(draw, after, limit),
        row ->
            new RespondentRow(
                row.getString(1), row.getDouble(2), chosen(row.getString(3), columns)));
  }

  private static Map<String, Integer> chosen(String codes, List<String> columns) {
    Map<String, Integer> all = Json.numbers(codes);
    if (columns.isEmpty()) {
      return all;
    }
    return all.entrySet().stream()
        .filter(code -> columns.contains(code.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
