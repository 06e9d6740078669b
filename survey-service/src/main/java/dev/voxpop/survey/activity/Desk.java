package dev.voxpop.survey.activity;

import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.Spending;
import dev.voxpop.interviewing.store.SteeringBoard;
import dev.voxpop.languagemodel.Models;
import dev.voxpop.survey.config.Instruments;
import dev.voxpop.survey.config.SurveyWiring;
import dev.voxpop.survey.store.Progress;
import dev.voxpop.survey.store.ProgressStore;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Short answers: what a document lacks, what was spent; and the steering of experiments. */
@ApplicationScoped
public class Desk {
  private final Instruments instruments;
  private final Models models;
  private final ProgressStore progress;
  private final SteeringBoard board;

  /** Answers from these. */
  @Inject
  public Desk(
      Instruments instruments,
      Models models,
      ProgressStore progress,
      @Identifier(SurveyWiring.SCHEMA) SteeringBoard board) {
    this.instruments = instruments;
    this.models = models;
    this.progress = progress;
    this.board = board;
  }

  /** What the document lacks here, and the facts that planning needs. */
  CheckReport check(ExperimentDocument document) {
    return DocumentCheck.of(document, instruments.waves(), models).report();
  }

  /** Stores steering; running batches read it within a second. */
  ControlOrder steer(ControlOrder order) {
    board.write(order);
    return order;
  }

  /** What the experiment has spent here, by workflow path. */
  Spending spending(String experiment) {
    Map<String, Allowance> settled = new TreeMap<>();
    for (Progress one : progressOf(experiment)) {
      settled.put(path(experiment, one), one.settled());
    }
    return new Spending(settled);
  }

  /** How far the experiment is, roster by roster. */
  public List<Progress> progressOf(String experiment) {
    return progress.of(experiment);
  }

  /** The workflow that works on a roster. */
  public static String path(String experiment, Progress one) {
    if (!one.path().isEmpty()) {
      return one.path();
    }
    return switch (one.roster().kind()) {
      case ARM -> experiment + "/arm/" + one.roster().name();
      case TRAITS -> experiment + "/pool/" + one.roster().name();
    };
  }
}
