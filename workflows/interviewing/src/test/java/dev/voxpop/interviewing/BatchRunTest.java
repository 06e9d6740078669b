package dev.voxpop.interviewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.BatchReceipt.BatchEnd;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.languagemodel.ModelFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchRunTest {
  private static final int SERIES = 40;
  private static final int STEPS = 5;

  private final FakeDesk desk = new FakeDesk(SERIES, STEPS);

  @Test
  void batch_modelAnswersEverything_isDoneWithOneCallACell() {
    BatchReceipt receipt = returned(desk.turn());

    assertThat(receipt.end()).isEqualTo(BatchEnd.DONE);
    assertThat(receipt.done()).isEqualTo(SERIES);
    assertThat(receipt.answered()).isEqualTo(SERIES * STEPS);
    assertThat(receipt.settled().calls()).isEqualTo(SERIES * STEPS);
    assertThat(desk.model.calls()).isEqualTo(SERIES * STEPS);
    assertThat(desk.journal.unannouncedCalls()).isZero();
  }

  @Test
  void batch_modelAnswersEverything_writesOneEntryACellAndOneAnnouncementASeries() {
    returned(desk.turn());

    assertThat(desk.journal.entries()).isEqualTo(SERIES * (STEPS + 1));
  }

  @Test
  void batch_everyTwentiethCallIsRateLimited_finishesWithoutAFailedTry() {
    AtomicInteger number = new AtomicInteger();
    desk.model.failing(
        prompt -> number.incrementAndGet() % 20 == 0 ? limited(Duration.ofSeconds(2)) : null);
    int turns = 0;
    BatchReceipt receipt;
    do {
      receipt = returned(desk.turn());
      turns++;
    } while (receipt.end() == BatchEnd.YIELDED && turns < 50);

    assertThat(receipt.end()).isEqualTo(BatchEnd.DONE);
    assertThat(desk.journal.cells()).isEqualTo(SERIES * STEPS);
    assertThat(turns).isGreaterThan(1);
  }

  @Test
  void batch_someCallsAreRateLimited_saysWhenTheNextTurnMakesSense() {
    desk.model.failing(
        prompt -> desk.model.seriesOf(prompt) < 3 ? limited(Duration.ofSeconds(7)) : null);

    BatchReceipt receipt = returned(desk.turn());

    assertThat(receipt.end()).isEqualTo(BatchEnd.YIELDED);
    assertThat(receipt.remaining()).isEqualTo(3);
    assertThat(receipt.retryAfterMillis()).isEqualTo(7_000);
  }

  @Test
  void batch_nothingSucceeds_asksToBeRepeatedLater() {
    desk.model.failing(prompt -> limited(Duration.ofSeconds(9)));

    assertThat(desk.turn())
        .isEqualTo(
            new Outcome.Stuck(FailureType.MODEL_RATE_LIMITED, Duration.ofSeconds(9), "slow down"));
    assertThat(desk.model.calls()).as("parked in time").isLessThan(SERIES);
  }

  @Test
  void batch_nothingSucceedsForTheTenthTime_haltsAsAnOutage() {
    desk.model.failing(prompt -> unavailable());
    desk.barren = 9;

    BatchReceipt receipt = returned(desk.turn());

    assertThat(receipt.end()).isEqualTo(BatchEnd.HALTED);
    assertThat(receipt.halt()).isEqualTo(PauseReason.PROVIDER_OUTAGE);
  }

  @Test
  void batch_keyIsRefused_haltsAtOnceAndStoresNoAnswer() {
    desk.model.failing(
        prompt ->
            ModelFailure.of(FailureType.MODEL_AUTH_FAILED, "no such key").status(401).failure());

    BatchReceipt receipt = returned(desk.turn());

    assertThat(receipt.halt()).isEqualTo(PauseReason.PROVIDER_AUTH);
    assertThat(desk.journal.cells()).isZero();
    assertThat(desk.model.calls()).isLessThanOrEqualTo(FakeDesk.SEATS);
  }

  @Test
  void batch_wrongModelName_haltsAfterTwentyRejectsWithoutAnErrorRow() {
    desk.model.failing(prompt -> rejected());
    BatchReceipt receipt = null;
    for (int turn = 0; receipt == null && turn < 20; turn++) {
      receipt = desk.turn() instanceof Outcome.Returned(BatchReceipt one) ? one : null;
    }

    assertThat(receipt).isNotNull();
    assertThat(receipt.halt()).isEqualTo(PauseReason.PROVIDER_REJECTS);
    assertThat(desk.journal.cells()).isZero();
    assertThat(desk.model.calls()).isBetween(20, 20 + 2 * FakeDesk.SEATS);
  }

  @Test
  void cell_rejectedTwiceWhileOthersAreAnswered_isAnError() {
    desk.model.failing(prompt -> desk.model.isCell(prompt, 4, 2) ? rejected() : null);

    BatchReceipt first = returned(desk.turn());
    BatchReceipt second = returned(desk.turn());

    assertThat(first.end()).isEqualTo(BatchEnd.YIELDED);
    assertThat(first.remaining()).isEqualTo(1);
    assertThat(second.end()).isEqualTo(BatchEnd.DONE);
    assertThat(desk.journal.faults()).containsExactly("rejected");
  }

  @Test
  void cell_replyMalformedThreeTimes_isAnError() {
    desk.model.failing(
        prompt ->
            desk.model.isCell(prompt, 7, 0)
                ? ModelFailure.of(FailureType.MODEL_REPLY_MALFORMED, "no JSON")
                    .raw("<html>")
                    .maybeCharged()
                    .failure()
                : null);

    assertThat(returned(desk.turn()).remaining()).isEqualTo(1);
    assertThat(desk.turn()).isInstanceOf(Outcome.Stuck.class);
    assertThat(returned(desk.turn()).end()).isEqualTo(BatchEnd.DONE);
    assertThat(desk.journal.faults()).containsExactly("malformed");
    assertThat(desk.journal.lost()).isEqualTo(3);
  }

  @Test
  void cell_filtered_isAnErrorAndTheSeriesGoesOn() {
    desk.model.failing(
        prompt ->
            desk.model.isCell(prompt, 1, 1)
                ? ModelFailure.of(FailureType.CONTENT_FILTERED, "no").status(400).failure()
                : null);

    assertThat(returned(desk.turn()).end()).isEqualTo(BatchEnd.DONE);
    assertThat(desk.journal.faults()).containsExactly("content_filter");
  }

  @Test
  void batch_allowanceTooSmall_spendsNoMoreThanItAndAsksForMore() {
    desk.allowance = new Allowance(70, Allowance.UNLIMITED, Allowance.UNLIMITED);

    BatchReceipt receipt = returned(desk.turn());

    assertThat(receipt.end()).isEqualTo(BatchEnd.NEEDS_GRANT);
    assertThat(receipt.settled().calls()).isEqualTo(70);
    assertThat(desk.model.calls()).isEqualTo(70);
    assertThat(desk.journal.announced()).isZero();
  }

  @Test
  void batch_partOfTheAllowanceSpentByADeadTry_spendsTheRestOnly() {
    desk.allowance = new Allowance(70, Allowance.UNLIMITED, Allowance.UNLIMITED);
    desk.spentBefore = new Allowance(60, 1, 1);

    assertThat(returned(desk.turn()).settled().calls()).isEqualTo(70);
    assertThat(desk.model.calls()).isEqualTo(10);
  }

  @Test
  void batch_pausedOnTheWay_storesWhatIsInFlightAndKeepsNoAnnouncement() {
    desk.model.onCall(60, () -> desk.mode = SteeringMode.PAUSE);

    BatchReceipt receipt = returned(desk.turn());

    assertThat(receipt.end()).isEqualTo(BatchEnd.PAUSED);
    assertThat(desk.journal.cells()).isEqualTo(desk.model.calls());
    assertThat(desk.model.calls()).isLessThanOrEqualTo(60 + FakeDesk.SEATS);
    assertThat(desk.journal.announced()).isZero();
    desk.mode = SteeringMode.RUN;
    assertThat(returned(desk.turn()).end()).isEqualTo(BatchEnd.DONE);
    assertThat(desk.model.calls()).isEqualTo(SERIES * STEPS);
  }

  @Test
  void batch_stopped_saysSo() {
    desk.mode = SteeringMode.STOP;

    BatchReceipt receipt = returned(desk.turn());

    assertThat(receipt.end()).isEqualTo(BatchEnd.STOPPED);
    assertThat(receipt.remaining()).isEqualTo(SERIES);
    assertThat(desk.model.calls()).isZero();
  }

  @Test
  void batch_timeIsUp_yields() {
    desk.limit = Duration.ZERO;
    desk.model.onCall(3, desk::awaitLook);

    BatchReceipt receipt = returned(desk.turn());

    assertThat(receipt.end()).isEqualTo(BatchEnd.YIELDED);
    assertThat(receipt.remaining()).isPositive();
    assertThat(desk.journal.announced()).isZero();
  }

  @Test
  void batch_takenOverByALaterTry_stopsAfterAtMostOneCallASeries() {
    desk.model.onCall(50, desk.journal::overtake);

    Outcome outcome = desk.turn();

    assertThat(outcome).isInstanceOf(Outcome.Stuck.class);
    assertThat(desk.model.calls()).isLessThanOrEqualTo(50 + FakeDesk.SEATS);
  }

  @Test
  void batch_cellHoldsTheAnswerOfAnotherPrompt_halts() {
    desk.model.onCall(50, desk.journal::drift);

    BatchReceipt receipt = returned(desk.turn());

    assertThat(receipt.halt()).isEqualTo(PauseReason.PROMPT_DRIFT);
    assertThat(receipt.detail()).isEqualTo("this hash is not that hash");
  }

  @Test
  void batch_storeIsGone_asksToBeRepeated() {
    desk.model.onCall(50, desk.journal::shut);

    assertThat(desk.turn())
        .isInstanceOfSatisfying(
            Outcome.Stuck.class,
            stuck -> assertThat(stuck.type()).isEqualTo(FailureType.STORE_UNAVAILABLE));
  }

  @Test
  void batch_somethingUnexpectedHappens_isReportedAndRepeated() {
    desk.model.failing(
        prompt -> {
          throw new IllegalStateException("a defect");
        });

    assertThat(desk.turn())
        .isInstanceOfSatisfying(
            Outcome.Stuck.class,
            stuck -> assertThat(stuck.type()).isEqualTo(FailureType.INTERNAL_DEFECT));
    assertThat(desk.defects).isNotEmpty();
  }

  @Test
  void batch_modelRejectsEverything_failsWithATypeThatIsRepeated() {
    desk.model.failing(prompt -> rejected());

    assertThat(desk.turn())
        .isInstanceOfSatisfying(
            Outcome.Stuck.class,
            stuck -> assertThat(stuck.type().retry()).isEqualTo(FailureType.Retry.YES));
  }

  @Test
  void batch_machineFails_endsAndItsCallerHearsOfIt() {
    desk.model.failing(
        prompt -> {
          throw new OutOfMemoryError("too much");
        });

    assertThatThrownBy(desk::turn).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void batch_everyStepHoldsTheResultOfSomebodyFaster_announcesEveryCallAgain() {
    desk.journal.others();

    BatchReceipt receipt = returned(desk.turn());

    assertThat(receipt.end()).isEqualTo(BatchEnd.DONE);
    assertThat(desk.journal.unannouncedCalls()).isZero();
    assertThat(desk.journal.announced()).isZero();
    assertThat(desk.journal.entries())
        .as("a result, the announcement that is taken back, a new one; nothing after the last")
        .isEqualTo(SERIES * (3 * STEPS - 1));
  }

  @Test
  void series_cannotGoOnWithoutAPerson_haltsTheBatchAndCallsNothing() {
    desk.halting = true;

    BatchReceipt receipt = returned(desk.turn());

    assertThat(receipt.end()).isEqualTo(BatchEnd.HALTED);
    assertThat(receipt.halt()).isEqualTo(PauseReason.PROMPT_DRIFT);
    assertThat(receipt.detail()).isEqualTo("look at this");
    assertThat(desk.journal.cells()).isZero();
    assertThat(desk.journal.announced()).isZero();
  }

  @Test
  void batch_callIsLost_isCountedAtItsWorstCase() {
    desk.model.failing(
        prompt ->
            desk.model.isCell(prompt, 0, 0)
                ? ModelFailure.of(FailureType.MODEL_UNAVAILABLE, "reset").maybeCharged().failure()
                : null);

    BatchReceipt receipt = returned(desk.turn());

    assertThat(receipt.lostCalls()).isEqualTo(1);
    assertThat(receipt.settled().calls()).isEqualTo(desk.model.calls());
  }

  private static BatchReceipt returned(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Returned.class);
    return ((Outcome.Returned) outcome).receipt();
  }

  private static ModelFailure limited(Duration wait) {
    return ModelFailure.of(FailureType.MODEL_RATE_LIMITED, "slow down")
        .status(429)
        .retryAfter(wait)
        .failure();
  }

  private static ModelFailure unavailable() {
    return ModelFailure.of(FailureType.MODEL_UNAVAILABLE, "down").status(503).failure();
  }

  private static ModelFailure rejected() {
    return ModelFailure.of(FailureType.MODEL_REJECTED, "no such model").status(404).failure();
  }
}
