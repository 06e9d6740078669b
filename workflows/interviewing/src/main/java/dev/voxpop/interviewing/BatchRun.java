package dev.voxpop.interviewing;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.languagemodel.ModelFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One try of a batch: a virtual thread for every series, one series after the other taking a seat
 * at its model and keeping it as long as it asks that model.
 *
 * <p>A failed call is not repeated here: its series is parked and the others go on. The try ends
 * when nothing can go on, when more than a quarter is parked, or when time, steering, allowance or
 * a failure that needs a person says so; calls in flight are always awaited and stored.
 */
public final class BatchRun<R extends StepResult> {
  private static final int PARKED_PART = 4;
  private static final Duration LOOK_AROUND = Duration.ofMillis(500);
  private static final int LOOKS_PER_BEAT = 10;
  private static final Duration LEAST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_OWN_WAIT = Duration.ofSeconds(30);

  private final OpenBatch<R> batch;
  private final BatchSetting setting;
  private final Funds funds;
  private final Counts counts;
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private final AtomicReference<@Nullable Trouble> trouble = new AtomicReference<>();
  private final AtomicReference<@Nullable Error> broken = new AtomicReference<>();
  private final Map<String, Long> locksAtStart = new ConcurrentHashMap<>();
  private final CountDownLatch running;

  /** What parked a series last. */
  record Trouble(FailureType type, Duration retryAfter, String message) {}

  private BatchRun(OpenBatch<R> batch, BatchSetting setting) {
    this.batch = batch;
    this.setting = setting;
    this.funds = new Funds(setting.allowance().minus(batch.turn().bill().settled()));
    this.counts = new Counts(batch);
    this.running = new CountDownLatch(batch.series().size());
  }

  /** Runs a batch to one of its ends. */
  public static <R extends StepResult> Outcome run(OpenBatch<R> batch, BatchSetting setting) {
    return new BatchRun<>(batch, setting).run();
  }

  private Outcome run() {
    look();
    for (Series<R> series : batch.series()) {
      new SeriesRun<>(this, series).start(running);
    }
    keepWatch();
    Error error = broken.get();
    if (error != null) {
      throw error;
    }
    return Conclusion.of(batch, counts, ending.get(), trouble.get());
  }

  /** Looks around until every series has ended; an interrupt ends the batch in order. */
  private void keepWatch() {
    long deadline = System.nanoTime() + setting.limit().toNanos();
    for (int look = 1; !ended(); look++) {
      look();
      if (look % LOOKS_PER_BEAT == 1) {
        beat();
      }
      if (System.nanoTime() - deadline > 0) {
        windDown(Ending.of(Ending.Why.TIME));
      }
    }
  }

  private boolean ended() {
    try {
      return running.await(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      windDown(Ending.of(Ending.Why.LEAVING));
      return running.getCount() == 0;
    }
  }

  private void look() {
    switch (setting.steering().mode()) {
      case RUN -> {}
      case PAUSE -> windDown(Ending.of(Ending.Why.PAUSED));
      case STOP -> windDown(Ending.of(Ending.Why.STOPPED));
    }
  }

  private void beat() {
    switch (setting.pulse().beat(counts.snapshot())) {
      case GO_ON -> {}
      case CANCEL -> windDown(Ending.of(Ending.Why.CANCELLED));
      case LEAVE -> windDown(Ending.of(Ending.Why.LEAVING));
    }
  }

  /** Ends the making of calls; the first reason counts. */
  void windDown(Ending why) {
    if (ending.compareAndSet(null, why)) {
      funds.close();
    }
  }

  boolean windingDown() {
    return ending.get() != null;
  }

  /** Whether a call to the alias may leave now. */
  boolean mayCall(String alias) {
    long locks = health(alias).locks();
    if (locks != locksAtStart.computeIfAbsent(alias, name -> locks)) {
      windDown(Ending.halted(PauseReason.PROVIDER_AUTH, "the key of " + alias + " is refused"));
    }
    look();
    return !windingDown();
  }

  BatchSetting setting() {
    return setting;
  }

  Journal<R> journal() {
    return batch.journal();
  }

  Funds funds() {
    return funds;
  }

  Counts counts() {
    return counts;
  }

  AliasHealth health(String alias) {
    return setting.health().apply(alias);
  }

  /** A series cannot go on for now. */
  void parked(ModelFailure failure) {
    Duration wait = failure.retryAfter().orElse(ownWait());
    trouble.accumulateAndGet(
        new Trouble(failure.type(), wait, Consequence.message(failure)), BatchRun::longer);
    if (counts.park() * PARKED_PART > batch.series().size()) {
      windDown(Ending.of(Ending.Why.PARKED));
    }
  }

  /** Something happened that should not: the series stops, and so does the batch. */
  void defect(RuntimeException e) {
    windDown(
        e instanceof StoreUnavailable
            ? new Ending(Ending.Why.STORE, null, String.valueOf(e.getMessage()))
            : new Ending(Ending.Why.DEFECT, null, place(e)));
    setting.report(e);
  }

  /** The machine itself failed: the batch ends, and its caller hears of it. */
  void broken(Error error) {
    broken.compareAndSet(null, error);
    windDown(Ending.of(Ending.Why.DEFECT));
  }

  /** What can be told of a defect: its message may quote a story or an answer. */
  private static String place(RuntimeException e) {
    return Arrays.stream(e.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("dev.voxpop."))
        .findFirst()
        .map(frame -> e.getClass().getSimpleName() + " at " + frame)
        .orElse(e.getClass().getSimpleName());
  }

  private Duration ownWait() {
    Duration wait = LEAST_WAIT.multipliedBy(1L << Math.min(batch.barren(), 5));
    return wait.compareTo(LONGEST_OWN_WAIT) > 0 ? LONGEST_OWN_WAIT : wait;
  }

  private static Trouble longer(@Nullable Trouble before, Trouble now) {
    return before == null || before.retryAfter().compareTo(now.retryAfter()) < 0 ? now : before;
  }
}
