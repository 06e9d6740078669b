package dev.voxpop.survey.activity;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.interviewing.OpenBatch;
import dev.voxpop.interviewing.StepResult;
import dev.voxpop.interviewing.activity.ActivityPulse;
import dev.voxpop.interviewing.activity.BatchHost;
import dev.voxpop.survey.config.SurveyConfig;
import dev.voxpop.survey.config.SurveyWiring;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The running of batches within the limits of this stage. */
@ApplicationScoped
public class Batches {
  private final BatchHost host;
  private final Duration limit;

  /** Runs batches on this host. */
  @Inject
  public Batches(@Identifier(SurveyWiring.SCHEMA) BatchHost host, SurveyConfig config) {
    this.host = host;
    this.limit = config.batchTimeLimit();
  }

  /**
   * Runs a batch and says what the workflow should hear.
   *
   * @param rest is done when the batch ended in order although something remains
   */
  <R extends StepResult> BatchReceipt run(
      OpenBatch<R> batch, Turn turn, ActivityPulse pulse, Runnable rest) {
    BatchReceipt receipt =
        host.run(batch, new BatchHost.Turn(turn.experiment(), turn.allowance(), limit), pulse);
    switch (receipt.end()) {
      case PAUSED, STOPPED, NEEDS_GRANT, HALTED -> rest.run();
      case DONE, YIELDED -> {}
    }
    return receipt;
  }

  /** Whose turn it is and what it may spend. */
  record Turn(String experiment, Allowance allowance) {}
}
