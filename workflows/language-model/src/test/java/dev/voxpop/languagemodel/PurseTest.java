package dev.voxpop.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.contracts.run.Allowance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PurseTest {

  private static final Allowance CALL = new Allowance(1, 100, 50);

  @Test
  void reservation_settledForLess_givesTheRestBack() {
    Purse purse = Purse.of(new Allowance(10, 150, 1000));
    Purse.Reservation reservation = purse.reserve(CALL).orElseThrow();
    assertThat(purse.reserve(CALL)).isEmpty();
    reservation.settle(new Allowance(1, 20, 10));
    assertThat(purse.settled()).isEqualTo(new Allowance(1, 20, 10));
    assertThat(purse.reserved()).isEqualTo(Allowance.NONE);
    assertThat(purse.left()).isEqualTo(new Allowance(9, 130, 990));
    assertThat(purse.reserve(CALL)).isPresent();
  }

  @Test
  void reservation_lost_countsAtItsWorstCase() {
    Purse purse = Purse.of(CALL.times(2));
    purse.reserve(CALL).orElseThrow().settleAsLost();
    assertThat(purse.settled()).isEqualTo(CALL);
    assertThat(purse.lostCalls()).isEqualTo(1);
    purse.addLost(CALL);
    assertThat(purse.lostCalls()).isEqualTo(2);
    assertThat(purse.reserve(CALL)).isEmpty();
  }

  @Test
  void reservation_neverSent_costsNothing() {
    Purse purse = Purse.of(CALL);
    purse.reserve(CALL).orElseThrow().release();
    assertThat(purse.settled()).isEqualTo(Allowance.NONE);
    assertThat(purse.reserve(CALL)).isPresent();
  }

  @Test
  void reservation_closedTwice_isADefect() {
    Purse.Reservation reservation = Purse.of(CALL).reserve(CALL).orElseThrow();
    reservation.release();
    assertThatThrownBy(reservation::settleAsLost).hasMessageContaining("\nMaybe ");
  }

  @Test
  void cost_aboveTheWorstCase_isBookedAndStopsFurtherCalls() {
    Purse purse = Purse.of(new Allowance(10, 150, 1000));
    purse.reserve(CALL).orElseThrow().settle(new Allowance(1, 160, 10));
    assertThat(purse.settled().tokens()).isEqualTo(160);
    assertThat(purse.reserve(new Allowance(1, 0, 0))).isEmpty();
  }

  @Test
  void crowd_neverOverdrawsTheAllowance() throws Exception {
    Purse purse = Purse.of(new Allowance(100, 100_000, 100_000));
    AtomicInteger made = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        all.add(
            threads.submit(
                () -> {
                  Optional<Purse.Reservation> reservation = purse.reserve(CALL);
                  reservation.ifPresent(
                      taken -> {
                        made.incrementAndGet();
                        taken.settle(new Allowance(1, 10, 5));
                      });
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(made.get()).isEqualTo(100);
    assertThat(purse.settled()).isEqualTo(new Allowance(100, 1000, 500));
  }
}
