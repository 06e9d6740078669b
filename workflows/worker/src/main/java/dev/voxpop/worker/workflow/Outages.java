package dev.voxpop.worker.workflow;

import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * Patience with a provider that is away. After five minutes the child that met the outage is told
 * to try: one call every five minutes, without limit, in its own history. An answer lets the run go
 * on with one call at a time, and then with four times as many after every quarter of a minute,
 * until nothing but the usual limits is left.
 *
 * <p>Whatever a person orders in between ends the waiting.
 */
final class Outages {

  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final Duration STEP = Duration.ofSeconds(15);
  private static final int FACTOR = 4;
  private static final int MOST_STEPWISE = 64;

  private final Helm helm;
  private boolean answered;

  Outages(Helm helm) {
    this.helm = helm;
  }

  void answered() {
    answered = true;
  }

  /** Waits for outages and sees to each of them, as long as the run lasts. */
  void watch() {
    while (true) {
      Workflow.await(helm::outage);
      if (overcome()) {
        grow();
      }
    }
  }

  /** True when the provider is back, false when somebody ordered something else. */
  private boolean overcome() {
    long seen = helm.changes();
    if (Workflow.await(PAUSE, () -> helm.changes() != seen)) {
      return false;
    }
    answered = false;
    while (helm.changes() == seen && !answered && helm.probe()) {
      Workflow.await(() -> helm.changes() != seen || answered || !helm.probing());
    }
    if (helm.changes() != seen) {
      return false;
    }
    helm.goOnSlowly("the provider answers again");
    return true;
  }

  private void grow() {
    for (int most = FACTOR; most <= MOST_STEPWISE; most *= FACTOR) {
      if (Workflow.await(STEP, helm::outage)) {
        return;
      }
      helm.ceiling(most);
    }
    if (!Workflow.await(STEP, helm::outage)) {
      helm.ceiling(Throttle.OPEN);
    }
  }
}
