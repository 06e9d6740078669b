package dev.voxpop.interviewing;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.languagemodel.GatedEndpoint;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.Pricing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Everything around a batch, in memory, with the switches that tests need. */
final class FakeDesk {
  static final int SEATS = 8;
  private static final Pricing PRICING =
      new Pricing(OptionalLong.of(100), OptionalLong.empty(), OptionalLong.of(100));

  final FakeModel model = new FakeModel();
  final FakeJournal journal = new FakeJournal();
  final List<RuntimeException> defects = Collections.synchronizedList(new ArrayList<>());
  volatile SteeringMode mode = SteeringMode.RUN;
  Allowance allowance = Allowance.WITHOUT_LIMIT;
  Allowance spentBefore = Allowance.NONE;
  Duration limit = Duration.ofMinutes(1);
  int barren;
  boolean halting;

  private final int series;
  private final int steps;
  private final AliasHealth health = new AliasHealth();
  private final CountDownLatch looked = new CountDownLatch(4);
  private final ModelEndpoint endpoint;

  FakeDesk(int series, int steps) {
    this.series = series;
    this.steps = steps;
    ModelFacts facts =
        new ModelFacts("m", "m", "completion", 10_000, 1, 0, true, SEATS, 100L, 100L, true);
    this.endpoint = GatedEndpoint.of(facts, PRICING, model, GatedEndpoint.Limits.none());
  }

  /** One try of the batch, from what the journal holds. */
  Outcome turn() {
    List<Series<FakeResult>> open = new ArrayList<>();
    int finished = 0;
    for (int member = 0; member < series; member++) {
      SeriesKey key = new SeriesKey(1, member, 0);
      int step = journal.stepsOf(key);
      if (step == steps) {
        finished++;
      } else {
        Protocol<FakeResult> protocol =
            halting ? new HaltingProtocol() : new FakeProtocol(member, steps, step);
        open.add(new Series<>(key, protocol, journal.troubleOf(key)));
      }
    }
    OpenBatch.TurnCount turn = new OpenBatch.TurnCount(new Bill(spentBefore, 0), 0, 0);
    return BatchRun.run(new OpenBatch<>(journal, open, finished, turn, barren), setting());
  }

  /** Waits until the batch has looked around. */
  void awaitLook() {
    try {
      if (!looked.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody looked around");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private BatchSetting setting() {
    return new BatchSetting(
        "exp",
        alias -> endpoint,
        alias -> health,
        () -> {
          if (!Thread.currentThread().isVirtual()) {
            looked.countDown();
          }
          return mode;
        },
        counters -> Pulse.Wish.GO_ON,
        allowance,
        limit,
        defects::add);
  }
}
