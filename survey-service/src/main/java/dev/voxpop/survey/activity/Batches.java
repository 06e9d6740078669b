package dev.voxpop.survey.activity;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.languagemodel.Models;
import dev.voxpop.survey.batch.AliasHealth;
import dev.voxpop.survey.batch.BatchRun;
import dev.voxpop.survey.batch.BatchSetting;
import dev.voxpop.survey.batch.OpenBatch;
import dev.voxpop.survey.batch.Outcome;
import dev.voxpop.survey.batch.StepResult;
import dev.voxpop.survey.config.SurveyConfig;
import dev.voxpop.survey.store.SteeringBoard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The running of batches with the models, the steering and the limits of this process. */
@ApplicationScoped
public class Batches {
  private static final Logger LOG = Logger.getLogger(Batches.class);
  private static final int YIELD_PERCENT = 80;

  private final Models models;
  private final SteeringBoard board;
  private final Duration limit;
  private final Map<String, AliasHealth> health = new ConcurrentHashMap<>();

  /** Works with these models under this steering. */
  @Inject
  public Batches(Models models, SteeringBoard board, SurveyConfig config) {
    this.models = models;
    this.board = board;
    this.limit = config.batchTimeLimit().multipliedBy(YIELD_PERCENT).dividedBy(100);
  }

  /**
   * Runs a batch and says what the workflow should hear.
   *
   * @param rest is done when the batch ended in order although something remains
   */
  <R extends StepResult> BatchReceipt run(
      OpenBatch<R> batch, Turn turn, ActivityPulse pulse, Runnable rest) {
    BatchSetting setting =
        new BatchSetting(
            turn.experiment(),
            models::byAlias,
            alias -> health.computeIfAbsent(alias, name -> new AliasHealth()),
            board.of(turn.experiment()),
            pulse,
            turn.allowance(),
            limit,
            defect -> LOG.errorf(defect, "A series of %s stopped.", turn.experiment()));
    return switch (BatchRun.run(batch, setting)) {
      case Outcome.Returned(BatchReceipt receipt) -> rested(receipt, rest);
      case Outcome.Stuck stuck -> throw Failures.of(stuck);
      case Outcome.Cancelled ignored -> throw pulse.cancellation();
    };
  }

  /** Whose turn it is and what it may spend. */
  record Turn(String experiment, Allowance allowance) {}

  private static BatchReceipt rested(BatchReceipt receipt, Runnable rest) {
    switch (receipt.end()) {
      case PAUSED, STOPPED, NEEDS_GRANT, HALTED -> rest.run();
      case DONE, YIELDED -> {}
    }
    return receipt;
  }
}
