package dev.voxpop.interviewing.activity;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.interviewing.AliasHealth;
import dev.voxpop.interviewing.BatchRun;
import dev.voxpop.interviewing.BatchSetting;
import dev.voxpop.interviewing.OpenBatch;
import dev.voxpop.interviewing.Outcome;
import dev.voxpop.interviewing.StepResult;
import dev.voxpop.interviewing.store.SteeringBoard;
import dev.voxpop.languagemodel.Models;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The running of batches with the models and the steering of this process. */
public final class BatchHost {
  private static final Logger LOG = Logger.getLogger(BatchHost.class);
  private static final int YIELD_PERCENT = 80;

  private final Models models;
  private final SteeringBoard board;
  private final Map<String, AliasHealth> health = new ConcurrentHashMap<>();

  private BatchHost(Models models, SteeringBoard board) {
    this.models = models;
    this.board = board;
  }

  /** Batches that ask these models under this steering. */
  public static BatchHost of(Models models, SteeringBoard board) {
    return new BatchHost(models, board);
  }

  /**
   * A turn of a batch.
   *
   * @param experiment whose turn it is
   * @param allowance what it may spend, earlier tries included
   * @param limit the activity's own time; a batch yields before it is over
   */
  public record Turn(String experiment, Allowance allowance, Duration limit) {}

  /** Runs a batch and says what the workflow should hear. */
  public <R extends StepResult> BatchReceipt run(
      OpenBatch<R> batch, Turn turn, ActivityPulse pulse) {
    return switch (BatchRun.run(batch, setting(turn, pulse))) {
      case Outcome.Returned(BatchReceipt receipt) -> receipt;
      case Outcome.Stuck stuck -> throw failure(stuck);
      case Outcome.Cancelled ignored -> throw pulse.cancellation();
    };
  }

  private BatchSetting setting(Turn turn, ActivityPulse pulse) {
    return new BatchSetting(
        turn.experiment(),
        models::byAlias,
        alias -> health.computeIfAbsent(alias, name -> new AliasHealth()),
        board.of(turn.experiment()),
        pulse,
        turn.allowance(),
        turn.limit().multipliedBy(YIELD_PERCENT).dividedBy(100),
        defect -> LOG.errorf(defect, "A series of %s stopped.", turn.experiment()));
  }

  /** The failure of a try that stored nothing new. */
  private static ApplicationFailure failure(Outcome.Stuck stuck) {
    return ApplicationFailure.newBuilder()
        .setType(stuck.type().wireName())
        .setMessage(stuck.message())
        .setNextRetryDelay(stuck.retryAfter())
        .setCategory(category(stuck.type()))
        .build();
  }

  /** Whether an operator should be told of a failure of this type. */
  public static ApplicationErrorCategory category(FailureType type) {
    return switch (type) {
      case MODEL_RATE_LIMITED, WORKER_STOPPING, BUDGET_EXHAUSTED -> ApplicationErrorCategory.BENIGN;
      default -> ApplicationErrorCategory.UNSPECIFIED;
    };
  }
}
