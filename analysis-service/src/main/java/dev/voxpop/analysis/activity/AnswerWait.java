package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.config.AnalysisConfig;
import dev.voxpop.analysis.store.Answers;
import dev.voxpop.analysis.store.ArmCount;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.survey.ArmReceipt;
import io.temporal.activity.Activity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Waits until count and checksum say that all answers of an arm are here. */
@ApplicationScoped
public class AnswerWait {

  private final Answers answers;
  private final Duration interval;

  @Inject
  public AnswerWait(Answers answers, AnalysisConfig config) {
    this.answers = answers;
    this.interval = config.awaitInterval();
  }

  /** Returns once the rows agree with the receipt; gives signs of life meanwhile. */
  void await(String experiment, ArmReceipt arm) {
    ArmCount count = answers.count(experiment, arm.arm());
    while (count.rows() < arm.expected()) {
      Activity.getExecutionContext()
          .heartbeat("%s: %d of %d answers".formatted(arm.arm(), count.rows(), arm.expected()));
      rest();
      count = answers.count(experiment, arm.arm());
    }
    if (count.rows() > arm.expected() || !count.checksum().equals(arm.checksum())) {
      throw Failures.of(
          FailureType.MISSING_DATA,
          "Arm '%s' closed with %d answers and checksum %s, but %d answers with checksum %s are stored.%nMaybe events of another installation were read; rebuild this experiment's answers."
              .formatted(
                  arm.arm(), arm.expected(), arm.checksum(), count.rows(), count.checksum()));
    }
  }

  private void rest() {
    try {
      Thread.sleep(interval);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.of(FailureType.WORKER_STOPPING, "The wait for answers was interrupted.");
    }
  }
}
