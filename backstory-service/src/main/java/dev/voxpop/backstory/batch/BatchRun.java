package dev.voxpop.backstory.batch;

import dev.voxpop.backstory.batch.Journal.Standing;
import dev.voxpop.backstory.slot.SlotEnd;
import dev.voxpop.backstory.slot.SlotWriter;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.languagemodel.ModelFailure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One try of a batch: a virtual thread for every slot, each call taking a seat at its model.
 *
 * <p>A failed call is not repeated here: its slot is parked and the others go on. The try ends when
 * nothing can go on, when more than a quarter is parked, or when time, steering, allowance or a
 * failure that needs a person says so; calls in flight are always awaited and stored.
 */
public final class BatchRun {

  private static final int PARKED_PART = 4;
  private static final Duration LOOK_AROUND = Duration.ofMillis(500);
  private static final int LOOKS_PER_BEAT = 10;
  private static final Duration LEAST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_OWN_WAIT = Duration.ofSeconds(30);

  private final OpenBatch batch;
  private final BatchSetting setting;
  private final Funds funds;
  private final Counts counts;
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private final AtomicReference<@Nullable Parked> parked = new AtomicReference<>();
  private final AtomicReference<@Nullable Error> broken = new AtomicReference<>();
  private final Map<String, Long> locksAtStart = new ConcurrentHashMap<>();
  private final CountDownLatch running;

  /** What parked a slot, at its longest wait. */
  record Parked(FailureType type, Duration retryAfter, String message) {}

  private BatchRun(OpenBatch batch, BatchSetting setting) {
    this.batch = batch;
    this.setting = setting;
    this.funds = new Funds(setting.allowance().minus(batch.turn().bill().settled()));
    this.counts = new Counts(batch.slots().size());
    this.running = new CountDownLatch(batch.slots().size());
  }

  /** Runs a batch to one of its ends. */
  public static Outcome run(OpenBatch batch, BatchSetting setting) {
    return new BatchRun(batch, setting).run();
  }

  private Outcome run() {
    look();
    for (SlotWork work : batch.slots()) {
      Thread.ofVirtual().name("slot-" + work.order().slot()).start(() -> carryOut(work));
    }
    keepWatch();
    Error error = broken.get();
    if (error != null) {
      throw error;
    }
    return Conclusion.of(batch, counts, ending.get(), parked.get());
  }

  private void carryOut(SlotWork work) {
    try {
      if (!windingDown()) {
        write(work);
      }
    } catch (Unwound e) {
      // The reason is noted where it was found.
    } catch (RuntimeException e) {
      defect(e);
    } catch (Error e) {
      broken.compareAndSet(null, e);
      windDown(Ending.of(Ending.Why.DEFECT));
    } finally {
      running.countDown();
    }
  }

  private void write(SlotWork work) {
    SlotWriter writer =
        SlotWriter.of(setting.rules(), new PaidCalls(this, work), this::noteVerdict);
    SlotEnd end = writer.write(work.order(), setting.taken());
    if (setting.journal().end(work.order().slot(), end) == Standing.OVERTAKEN) {
      windDown(Ending.of(Ending.Why.OVERTAKEN));
      return;
    }
    counts.ended(end);
  }

  private void noteVerdict(int slot, int candidate, char letter) {
    batch
        .watch()
        .note(slot, candidate, letter)
        .ifPresent(
            tooFew -> {
              setting.journal().yieldDecided();
              windDown(Ending.halted(PauseReason.GATE_YIELD, tooFew));
            });
  }

  /** Looks around until every slot has ended; an interrupt ends the batch in order. */
  private void keepWatch() {
    long deadline = System.nanoTime() + setting.limit().toNanos();
    for (int look = 1; !ended(); look++) {
      look();
      if (look % LOOKS_PER_BEAT == 0) {
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
    switch (setting.pulse().beat(counts.progress())) {
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

  Funds funds() {
    return funds;
  }

  Counts counts() {
    return counts;
  }

  AliasHealth health(String alias) {
    return setting.health().apply(alias);
  }

  /** A slot cannot go on for now. */
  void parked(ModelFailure failure) {
    Duration wait = failure.retryAfter().orElse(ownWait());
    String message = String.valueOf(failure.getMessage());
    parked.accumulateAndGet(new Parked(failure.type(), wait, message), BatchRun::longer);
    if (counts.park() * PARKED_PART > batch.slots().size()) {
      windDown(Ending.of(Ending.Why.PARKED));
    }
  }

  private void defect(RuntimeException e) {
    boolean store = e instanceof StoreUnavailable;
    String detail = e.getClass().getSimpleName() + ": " + e.getMessage();
    windDown(new Ending(store ? Ending.Why.STORE : Ending.Why.DEFECT, null, detail));
  }

  private Duration ownWait() {
    Duration wait = LEAST_WAIT.multipliedBy(1L << Math.min(batch.barren(), 5));
    return wait.compareTo(LONGEST_OWN_WAIT) > 0 ? LONGEST_OWN_WAIT : wait;
  }

  private static @Nullable Parked longer(@Nullable Parked before, @Nullable Parked now) {
    if (before == null || now == null) {
      return now;
    }
    return before.retryAfter().compareTo(now.retryAfter()) < 0 ? now : before;
  }
}
