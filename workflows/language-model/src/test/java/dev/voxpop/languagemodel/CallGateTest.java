package dev.voxpop.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallGateTest {

  private static final Duration NO_PATIENCE = Duration.ZERO;

  @Test
  void refusal_halvesAndSuccessesRaiseByOnePerTwenty() {
    CallGate gate = CallGate.of(64);
    gate.refused(gate.mark());
    assertThat(gate.limit()).isEqualTo(32);
    succeed(gate, 19);
    assertThat(gate.limit()).isEqualTo(32);
    succeed(gate, 1);
    assertThat(gate.limit()).isEqualTo(33);
    succeed(gate, 20 * 100);
    assertThat(gate.limit()).isEqualTo(64);
  }

  @Test
  void refusals_ofOneBurst_halveOnce() {
    CallGate gate = CallGate.of(64);
    int mark = gate.mark();
    for (int i = 0; i < 64; i++) {
      gate.refused(mark);
    }
    assertThat(gate.limit()).isEqualTo(32);
  }

  @Test
  void refusals_oneAfterTheOther_stopAtOne() {
    CallGate gate = CallGate.of(64);
    for (int i = 0; i < 10; i++) {
      gate.refused(gate.mark());
    }
    assertThat(gate.limit()).isEqualTo(1);
  }

  @Test
  void concurrency_setTwice_keepsWhatWasLearned() {
    CallGate gate = CallGate.of(64);
    gate.setConcurrency(40);
    assertThat(gate.limit()).isEqualTo(40);
    gate.refused(gate.mark());
    gate.setConcurrency(40);
    assertThat(gate.limit()).isEqualTo(20);
    gate.setConcurrency(64);
    assertThat(gate.limit()).isEqualTo(64);
    assertThatThrownBy(() -> gate.setConcurrency(65)).hasMessageContaining("1 … 64");
    assertThatThrownBy(() -> gate.setConcurrency("e", 0)).hasMessageContaining("\nMaybe ");
  }

  @Test
  void place_beyondTheLimit_isNotHandedOut() throws InterruptedException {
    CallGate gate = CallGate.of(2);
    CallGate.Place first = gate.enter("e");
    try (CallGate.Place second = gate.enter("e")) {
      assertThat(second).isNotNull();
      assertThat(gate.enter("e", NO_PATIENCE)).isEmpty();
      first.close();
      first.close();
      assertThat(gate.held()).isEqualTo(1);
      assertThat(gate.enter("e", NO_PATIENCE)).isPresent();
    }
  }

  @Test
  void experiment_atItsOwnCeiling_leavesPlacesToOthers() throws InterruptedException {
    CallGate gate = CallGate.of(4);
    gate.setConcurrency("a", 1);
    assertThat(gate.enter("a", NO_PATIENCE)).isPresent();
    assertThat(gate.enter("a", NO_PATIENCE)).isEmpty();
    assertThat(gate.enter("b", NO_PATIENCE)).isPresent();
    gate.forget("a");
    assertThat(gate.enter("a", NO_PATIENCE)).isPresent();
  }

  @Test
  void places_areHandedOutRoundRobinOverExperiments() throws Exception {
    CallGate gate = CallGate.of(1);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    CallGate.Place held = gate.enter("first");
    List<Thread> waiters = new ArrayList<>();
    for (String experiment : List.of("a", "a", "a", "b", "a", "b")) {
      waiters.add(queue(gate, experiment, order));
    }
    held.close();
    for (Thread waiter : waiters) {
      waiter.join();
    }
    assertThat(order).containsExactly("a", "b", "a", "b", "a", "a");
    assertThat(gate.held()).isZero();
  }

  /** Starts a waiter and returns when it stands in line. */
  private static Thread queue(CallGate gate, String experiment, List<String> order) {
    Thread waiter =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (CallGate.Place place = gate.enter(experiment)) {
                    assertThat(place).isNotNull();
                    order.add(experiment);
                  } catch (InterruptedException e) {
                    order.add("interrupted");
                  }
                });
    while (waiter.getState() != Thread.State.TIMED_WAITING) {
      LockSupport.parkNanos(100_000);
    }
    return waiter;
  }

  @Test
  void waiter_interrupted_leavesNoPlaceBehind() throws Exception {
    CallGate gate = CallGate.of(1);
    CallGate.Place held = gate.enter("e");
    CountDownLatch ended = new CountDownLatch(1);
    Thread waiter =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    gate.enter("e").close();
                  } catch (InterruptedException e) {
                    ended.countDown();
                  }
                });
    waiter.interrupt();
    ended.await();
    waiter.join();
    held.close();
    assertThat(gate.held()).isZero();
    assertThat(gate.enter("e", NO_PATIENCE)).isPresent();
  }

  @Test
  void crowd_ofManyExperiments_neverExceedsTheLimit() throws Exception {
    CallGate gate = CallGate.of(5);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger peak = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 2000; i++) {
        String experiment = "e" + i % 7;
        all.add(threads.submit(() -> sit(gate, experiment, inside, peak)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(peak.get()).isBetween(1, 5);
    assertThat(gate.held()).isZero();
  }

  private static Void sit(
      CallGate gate, String experiment, AtomicInteger inside, AtomicInteger peak)
      throws InterruptedException {
    try (CallGate.Place place = gate.enter(experiment)) {
      peak.accumulateAndGet(inside.incrementAndGet(), Math::max);
      LockSupport.parkNanos(1000);
      inside.decrementAndGet();
      assertThat(place).isNotNull();
      return null;
    }
  }

  private static void succeed(CallGate gate, int times) {
    for (int i = 0; i < times; i++) {
      gate.succeeded();
    }
  }
}
