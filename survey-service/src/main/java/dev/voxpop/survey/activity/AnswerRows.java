package dev.voxpop.survey.activity;

import dev.voxpop.contracts.event.ResponseCompleted;
import dev.voxpop.languagemodel.Models;
import dev.voxpop.languagemodel.Usage;
import dev.voxpop.survey.event.ArmEvents;
import dev.voxpop.survey.event.ResponseEvents;
import dev.voxpop.survey.interview.ArmPlan;
import dev.voxpop.survey.store.ArmStore;
import dev.voxpop.survey.store.ClosingStore;
import dev.voxpop.survey.store.RosterRow;
import dev.voxpop.survey.store.RosterStore;
import dev.voxpop.survey.store.StoredAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stored answers in the form in which other stages rebuild and export them. */
@ApplicationScoped
public class AnswerRows {
  private static final int MEMBERS_AT_ONCE = 100;

  private final Arms arms;
  private final ArmStore store;
  private final RosterStore rosters;
  private final ClosingStore closings;
  private final Models models;

  /**
   * One answer.
   *
   * @param data what its event says
   * @param raw the text, untouched
   * @param finish why the text ended; null when no reply came
   * @param estimated whether tokens were estimated, because the provider reported none
   */
  public record AnswerRow(
      String id,
      ResponseCompleted data,
      String raw,
      @Nullable String finish,
      int seed,
      int latencyMillis,
      boolean estimated) {}

  /** Reads from these stores. */
  @Inject
  // one parameter per collaborator: a bundle of them would have no meaning of its own
  public AnswerRows(
      Arms arms, ArmStore store, RosterStore rosters, ClosingStore closings, Models models) {
    this.arms = arms;
    this.store = store;
    this.rosters = rosters;
    this.closings = closings;
    this.models = models;
  }

  /** The arms of an experiment in the order of their enrolment. */
  public List<RosterRow> arms(String experiment) {
    return rosters.arms(experiment);
  }

  /** The answers of a range of an arm's personas. */
  public List<AnswerRow> page(RosterRow arm, int first, int end) {
    ArmPlan plan = arms.plan(arm);
    ResponseEvents events = ResponseEvents.of(plan, models.byAlias(plan.alias()).facts());
    return store.answers(arm, first, end).stream().map(answer -> row(answer, events)).toList();
  }

  /**
   * Publishes the events of an arm's answers and of its closing again, with the same ids and the
   * same data.
   */
  public long republish(RosterRow arm) {
    ArmPlan plan = arms.plan(arm);
    ResponseEvents events = ResponseEvents.of(plan, models.byAlias(plan.alias()).facts());
    long sent = 0;
    for (int first = 0; first < arm.size(); first += MEMBERS_AT_ONCE) {
      sent += store.republish(arm, first, first + MEMBERS_AT_ONCE, events);
    }
    Optional<ClosingStore.Closed> closed = closings.closed(arm);
    closed.ifPresent(one -> closings.republish(ArmEvents.event(arm, one.checksum(), one.data())));
    return closed.isPresent() ? sent + 1 : sent;
  }

  private static AnswerRow row(StoredAnswer stored, ResponseEvents events) {
    var said = stored.answer().utterance();
    return new AnswerRow(
        stored.id().toString(),
        events.data(stored.persona(), stored.repeat(), stored.answer()),
        said.raw(),
        said.finish() == null ? null : said.finish().name().toLowerCase(Locale.ROOT),
        stored.answer().seed(),
        said.latencyMillis(),
        said.usage().source() == Usage.Source.ESTIMATED);
  }
}
