package dev.voxpop.survey.activity;

import dev.voxpop.contracts.bulk.ProbabilityRow;
import dev.voxpop.instrument.item.Item;
import dev.voxpop.survey.interview.ArmPlan;
import dev.voxpop.survey.interview.Persona;
import dev.voxpop.survey.store.DrawStore;
import dev.voxpop.survey.store.RosterRow;
import dev.voxpop.survey.store.RosterStore;
import dev.voxpop.survey.store.StoredMasses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The probabilities that stood at the first tokens of answers, by code of their options. */
@ApplicationScoped
public class MassRows {
  private final Arms arms;
  private final DrawStore store;
  private final RosterStore rosters;

  /** Reads from these stores. */
  @Inject
  public MassRows(Arms arms, DrawStore store, RosterStore rosters) {
    this.arms = arms;
    this.store = store;
    this.rosters = rosters;
  }

  /** The arm of an experiment; empty where it was never enrolled. */
  public Optional<RosterRow> arm(String experiment, String arm) {
    return rosters.arm(experiment, arm);
  }

  /** The rows of a range of an arm's personas. */
  public List<ProbabilityRow> page(RosterRow arm, int first, int end) {
    ArmPlan plan = arms.plan(arm);
    return store.masses(arm, first, end).stream()
        .map(stored -> row(plan.item(stored.question()), stored))
        .toList();
  }

  private static ProbabilityRow row(Item item, StoredMasses stored) {
    Map<String, Double> masses = new LinkedHashMap<>();
    for (int option = 0; option < stored.masses().size(); option++) {
      masses.put(item.option(option).key(), stored.masses().get(option));
    }
    Persona persona = stored.persona();
    return new ProbabilityRow(persona.id(), persona.story(), item.id(), stored.repeat(), masses);
  }
}
