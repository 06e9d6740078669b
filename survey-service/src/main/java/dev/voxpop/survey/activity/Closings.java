package dev.voxpop.survey.activity;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.survey.ArmReceipt;
import dev.voxpop.contracts.survey.CompleteArm;
import dev.voxpop.hosting.Json;
import dev.voxpop.survey.config.SurveyConfig;
import dev.voxpop.survey.event.ArmEvents;
import dev.voxpop.survey.store.ClosingStore;
import dev.voxpop.survey.store.RosterRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The closing of arms: once their events have left, counts and checksum are published. */
@ApplicationScoped
public class Closings {
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Arms arms;
  private final ClosingStore store;
  private final Duration patience;

  /** Closes arms of this store. */
  @Inject
  public Closings(Arms arms, ClosingStore store, SurveyConfig config) {
    this.arms = arms;
    this.store = store;
    this.patience = config.drainPatience();
  }

  /** Closes an arm with what is there. */
  ArmReceipt close(CompleteArm request, Heartbeat heartbeat) {
    RosterRow arm = arms.require(request.experiment(), request.arm());
    awaitDrained(arm, heartbeat);
    ArmSpec spec = Json.read(arm.spec(), ArmSpec.class);
    ArmEvents words = ArmEvents.of(spec, arm, store.count(arm));
    ArmReceipt receipt = words.receipt();
    store.close(arm, receipt.checksum(), Json.write(receipt), words.event());
    return receipt;
  }

  private void awaitDrained(RosterRow arm, Heartbeat heartbeat) {
    long deadline = System.nanoTime() + patience.toNanos();
    for (long pending = store.pending(arm); pending > 0; pending = store.pending(arm)) {
      heartbeat.beat(pending);
      if (System.nanoTime() - deadline > 0) {
        throw new Failures.EventsWaiting(pending);
      }
      rest();
    }
  }

  private static void rest() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failures.EventsWaiting(1);
    }
  }
}
