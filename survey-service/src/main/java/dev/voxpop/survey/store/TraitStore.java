package dev.voxpop.survey.store;

import dev.voxpop.contracts.bulk.TraitRow;
import dev.voxpop.interviewing.Journal;
import dev.voxpop.interviewing.OpenBatch;
import dev.voxpop.interviewing.Series;
import dev.voxpop.interviewing.SeriesKey;
import dev.voxpop.interviewing.store.Transactions;
import dev.voxpop.survey.demographics.TraitDistribution;
import dev.voxpop.survey.demographics.TraitPlan;
import dev.voxpop.survey.demographics.TraitResult;
import dev.voxpop.survey.demographics.TraitSurvey;
import dev.voxpop.survey.roster.Member;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** The demographic surveys of stories: taking over a batch, storing, and what was found out. */
public final class TraitStore {
  // What was said is kept for exports; neither a distribution nor the next request needs it.
  private static final String RESULTS =
      "SELECT roster, member, request, trait, source, finished, first_draw, prompt_hash, seed,"
          + " display_order, states, options, array_fill(''::text, ARRAY[cardinality(states)]) AS"
          + " raws, masses, reason, model, latency_millis, input_tokens, output_tokens, micros"
          + " FROM survey.trait_request WHERE roster = ? AND member >= ? AND member < ?"
          + " ORDER BY member, request";

  private final Transactions transactions;
  private final SeriesWriter writer;
  private final TraitTable table = new TraitTable();

  private TraitStore(DataSource source, SeriesWriter writer) {
    this.transactions = Transactions.on("survey", source);
    this.writer = writer;
  }

  /** A store of demographic surveys. */
  public static TraitStore of(DataSource source, SeriesWriter writer) {
    return new TraitStore(source, writer);
  }

  /** Takes a batch over from whoever held it: their announced calls are booked as lost. */
  public OpenBatch<TraitResult> open(Claim claim, TraitPlan plan) {
    return transactions.call(connection -> open(connection, claim, plan));
  }

  /** Notes that the last try of a batch ended in order. */
  public void rest(Claim claim) {
    transactions.run(connection -> LeaseTable.rest(connection, claim.hold(0)));
  }

  /** What was found out about the stories of a range of ordinals, by ordinal, then trait. */
  public List<TraitRow> found(RosterRow roster, TraitPlan plan, int first, int end) {
    SeriesTable.Range range = new SeriesTable.Range(roster.key(), first, end);
    return transactions.call(
        connection -> {
          Map<SeriesKey, List<TraitResult>> results = results(connection, range);
          List<TraitRow> rows = new ArrayList<>();
          MemberTable.members(connection, range)
              .forEach(
                  (ordinal, member) ->
                      rows.addAll(
                          rows(
                              plan,
                              member,
                              results.getOrDefault(
                                  new SeriesKey(roster.key(), ordinal, 0), List.of()))));
          return rows;
        });
  }

  private static List<TraitRow> rows(TraitPlan plan, Member member, List<TraitResult> results) {
    List<TraitRow> rows = new ArrayList<>();
    double least = plan.spec().choice().minValidMass();
    for (int trait = 0; trait < plan.traits(); trait++) {
      int index = trait;
      List<TraitResult> own = results.stream().filter(r -> r.trait() == index).toList();
      if (own.stream().anyMatch(r -> r.standing() == TraitResult.Standing.FINISHED)) {
        rows.add(TraitDistribution.of(plan.trait(trait), least).row(member.subject(), own));
      }
    }
    return rows;
  }

  private OpenBatch<TraitResult> open(Connection connection, Claim claim, TraitPlan plan)
      throws SQLException {
    Opening opening = Opening.take(connection, claim);
    Map<SeriesKey, List<TraitResult>> results = results(connection, claim.range());
    List<Series<TraitResult>> series = new ArrayList<>();
    for (SeriesTable.Open one : opening.open()) {
      Member member = Objects.requireNonNull(opening.members().get(one.key().member()));
      TraitSurvey survey =
          TraitSurvey.begin(plan, new TraitSurvey.Subject(member.subject(), member.passage()));
      for (TraitResult result : results.getOrDefault(one.key(), List.of())) {
        survey = survey.with(result);
      }
      series.add(new Series<>(one.key(), survey, one.trouble()));
    }
    Hold hold = opening.hold();
    Journal<TraitResult> journal = entry -> writer.write(new Writing<>(hold, entry, null, table));
    return new OpenBatch<>(
        journal, series, opening.finished(), opening.found().turn(), opening.found().barren());
  }

  private static Map<SeriesKey, List<TraitResult>> results(
      Connection connection, SeriesTable.Range range) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RESULTS)) {
      range.set(statement, 1);
      return TraitTable.read(statement);
    }
  }
}
