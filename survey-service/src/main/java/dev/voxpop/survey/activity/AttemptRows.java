package dev.voxpop.survey.activity;

import dev.voxpop.contracts.bulk.AttemptRow;
import dev.voxpop.contracts.identity.SemanticId;
import dev.voxpop.languagemodel.Usage;
import dev.voxpop.survey.interview.ArmPlan;
import dev.voxpop.survey.interview.Draw;
import dev.voxpop.survey.interview.Persona;
import dev.voxpop.survey.interview.Utterance;
import dev.voxpop.survey.store.DrawStore;
import dev.voxpop.survey.store.RosterRow;
import dev.voxpop.survey.store.RosterStore;
import dev.voxpop.survey.store.StoredDraw;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Every ended draw of an experiment's cells, in the form in which it is exported. */
@ApplicationScoped
public class AttemptRows {

  private final Arms arms;
  private final DrawStore store;
  private final RosterStore rosters;

  /** Reads from these stores. */
  @Inject
  public AttemptRows(Arms arms, DrawStore store, RosterStore rosters) {
    this.arms = arms;
    this.store = store;
    this.rosters = rosters;
  }

  /** The arms of an experiment in order of name, however they were enrolled. */
  public List<RosterRow> arms(String experiment) {
    return rosters.arms(experiment).stream().sorted(Comparator.comparing(RosterRow::name)).toList();
  }

  /** The draws of a range of an arm's personas. */
  public List<AttemptRow> page(RosterRow arm, int first, int end) {
    ArmPlan plan = arms.plan(arm);
    return store.draws(arm, first, end).stream().map(stored -> row(plan, stored)).toList();
  }

  /** One argument for each column, so the method is long. */
  private static AttemptRow row(ArmPlan plan, StoredDraw stored) {
    Draw draw = stored.draw();
    Persona persona = stored.persona();
    Utterance said = draw.utterance();
    String experiment = plan.spec().experiment();
    String arm = plan.spec().arm();
    String question = plan.questions().get(draw.cell().question()).id();
    String repeat = Integer.toString(stored.repeat());
    return new AttemptRow(
        SemanticId.of(experiment, arm, persona.id(), question, repeat, draw.promptHash())
            .toString(),
        experiment,
        arm,
        persona.id(),
        persona.story(),
        persona.respondent(),
        question,
        stored.repeat(),
        draw.number(),
        stored.discarded(),
        draw.isAnswer(),
        draw.finding().state().wireName(),
        draw.finding().reason(),
        draw.finding().option(),
        draw.finding().code(),
        draw.cell().order().originals(),
        draw.cell().position(),
        draw.seed(),
        draw.promptHash(),
        said.raw(),
        said.finish() == null ? null : said.finish().name().toLowerCase(Locale.ROOT),
        said.model(),
        said.latencyMillis(),
        said.usage().input(),
        said.usage().cachedInput(),
        said.usage().output(),
        said.usage().reasoning(),
        said.usage().source() == Usage.Source.ESTIMATED,
        said.micros().isPresent() ? said.micros().getAsLong() : null);
  }
}
