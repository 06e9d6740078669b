package dev.voxpop.survey.store;

import dev.voxpop.interviewing.Entry;
import dev.voxpop.interviewing.Journal;
import dev.voxpop.interviewing.OpenBatch;
import dev.voxpop.interviewing.Receipt;
import dev.voxpop.interviewing.Series;
import dev.voxpop.interviewing.SeriesKey;
import dev.voxpop.interviewing.store.Transactions;
import dev.voxpop.outbox.OutboxMessage;
import dev.voxpop.outbox.OutboxTable;
import dev.voxpop.survey.interview.ArmPlan;
import dev.voxpop.survey.interview.Draw;
import dev.voxpop.survey.interview.Interview;
import dev.voxpop.survey.interview.Persona;
import dev.voxpop.survey.roster.Member;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;

/** The interviews of arms: taking over a batch, and storing what it says. */
public final class ArmStore {
  private static final String ANSWERS =
      "SELECT * FROM survey.answer WHERE roster = ? AND member >= ? AND member < ?"
          + " ORDER BY member, repeat, question";

  private final Transactions transactions;
  private final SeriesWriter writer;
  private final OutboxTable outbox;
  private final AnswerTable answers;

  private ArmStore(DataSource source, SeriesWriter writer, String parser) {
    this.transactions = Transactions.on("survey", source);
    this.writer = writer;
    this.outbox = OutboxTable.in("survey");
    this.answers = new AnswerTable(outbox, parser);
  }

  /** A store of interviews whose answers are read by rules of this version. */
  public static ArmStore of(DataSource source, SeriesWriter writer, String parser) {
    return new ArmStore(source, writer, parser);
  }

  /** Takes a batch over from whoever held it: their announced calls are booked as lost. */
  public OpenBatch<Draw> open(Claim claim, ArmPlan plan, EventSource events) {
    return transactions.call(connection -> open(connection, claim, plan, events));
  }

  /** Notes that the last try of a batch ended in order. */
  public void rest(Claim claim) {
    transactions.run(connection -> LeaseTable.rest(connection, claim.hold(0)));
  }

  /** The answers of a range of ordinals, by persona, repeat and question. */
  public List<StoredAnswer> answers(RosterRow arm, int first, int end) {
    SeriesTable.Range range = new SeriesTable.Range(arm.key(), first, end);
    return transactions.call(
        connection -> {
          Map<Integer, Member> members = MemberTable.members(connection, range);
          try (PreparedStatement statement = connection.prepareStatement(ANSWERS)) {
            range.set(statement, 1);
            return answers(statement, members);
          }
        });
  }

  private static List<StoredAnswer> answers(
      PreparedStatement statement, Map<Integer, Member> members) throws SQLException {
    List<StoredAnswer> answers = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Member member = Objects.requireNonNull(members.get(row.getInt("member")));
        answers.add(
            new StoredAnswer(
                row.getObject("id", UUID.class),
                withoutText(member),
                row.getInt("repeat"),
                AnswerTable.answer(row)));
      }
    }
    return answers;
  }

  /** Puts the events of a range of ordinals into the outbox again; returns how many. */
  public int republish(RosterRow arm, int first, int end, EventSource events) {
    List<OutboxMessage> again =
        answers(arm, first, end).stream()
            .map(stored -> events.of(stored.persona(), stored.repeat(), stored.answer()))
            .toList();
    transactions.run(connection -> outbox.insert(connection, again));
    return again.size();
  }

  private OpenBatch<Draw> open(Connection connection, Claim claim, ArmPlan plan, EventSource events)
      throws SQLException {
    Opening opening = Opening.take(connection, claim);
    Map<SeriesKey, List<Draw>> draws = draws(connection, claim.range());
    return new OpenBatch<>(
        new ArmJournal(opening, events),
        series(opening, plan, draws),
        opening.finished(),
        opening.found().turn(),
        opening.found().barren());
  }

  private static List<Series<Draw>> series(
      Opening opening, ArmPlan plan, Map<SeriesKey, List<Draw>> draws) {
    List<Series<Draw>> series = new ArrayList<>();
    for (SeriesTable.Open one : opening.open()) {
      Member member = Objects.requireNonNull(opening.members().get(one.key().member()));
      Persona persona = member.persona();
      Interview interview = Interview.begin(plan, persona, one.key().repeat());
      for (Draw draw : draws.getOrDefault(one.key(), List.of())) {
        interview = interview.with(draw);
      }
      series.add(new Series<>(one.key(), interview, one.trouble()));
    }
    return series;
  }

  /** Stored draws of unfinished series, in the order in which they were made. */
  private static Map<SeriesKey, List<Draw>> draws(Connection connection, SeriesTable.Range range)
      throws SQLException {
    Map<SeriesKey, List<Draw>> draws = new HashMap<>();
    for (String table : List.of("attempt", "answer")) {
      try (PreparedStatement statement = connection.prepareStatement(drawsIn(table))) {
        range.set(statement, 1);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            if (table.equals("answer") || row.getInt("discarded") == 0) {
              Draw draw =
                  table.equals("answer") ? AnswerTable.answer(row) : AnswerTable.attempt(row);
              draws.computeIfAbsent(DrawColumns.key(row), key -> new ArrayList<>()).add(draw);
            }
          }
        }
      }
    }
    draws.values().forEach(list -> list.sort(Interview.ORDER_OF_DRAWS));
    return draws;
  }

  private static String drawsIn(String table) {
    return "SELECT d.* FROM survey."
        + table
        + " d JOIN survey.series s USING (roster, member, repeat)"
        + " WHERE d.roster = ? AND d.member >= ? AND d.member < ? AND s.phase < 2";
  }

  private static Persona withoutText(Member member) {
    return new Persona(member.subject(), member.story(), member.respondent(), "");
  }

  /** The journal of one try. */
  private final class ArmJournal implements Journal<Draw> {
    private final Hold hold;
    private final Map<Integer, Persona> personas = new HashMap<>();
    private final EventSource events;

    private ArmJournal(Opening opening, EventSource events) {
      this.hold = opening.hold();
      this.events = events;
      opening.members().forEach((ordinal, member) -> personas.put(ordinal, withoutText(member)));
    }

    @Override
    public Receipt<Draw> write(Entry<Draw> entry) throws InterruptedException {
      Draw draw = entry.result();
      if (draw == null || !draw.isAnswer()) {
        return writer.write(new Writing<>(hold, entry, null, answers));
      }
      Persona persona = Objects.requireNonNull(personas.get(entry.key().member()));
      return writer.write(
          new Writing<>(hold, entry, events.of(persona, entry.key().repeat(), draw), answers));
    }
  }
}
