package dev.voxpop.standalone.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void estimate_beforeHalfAMinute_isNotGiven() {
    Pace pace = new Pace();
    assertThat(pace.perSecond()).isZero();
    pace.note(0, 0);
    pace.note(29 * SECOND, 290);
    assertThat(pace.perSecond()).isEqualTo(10);
    assertThat(pace.secondsFor(100)).isEmpty();
    pace.note(30 * SECOND, 300);
    assertThat(pace.secondsFor(100)).hasValue(10);
  }

  @Test
  void pace_isThatOfTheLastHalfMinute() {
    Pace pace = new Pace();
    for (int second = 0; second <= 100; second++) {
      pace.note(second * SECOND, second <= 50 ? 0 : (second - 50) * 40L);
    }
    assertThat(pace.perSecond()).isEqualTo(40);
  }

  @Test
  void standstill_hasNoEstimate() {
    Pace pace = new Pace();
    pace.note(0, 5);
    pace.note(60 * SECOND, 5);
    assertThat(pace.secondsFor(1)).isEmpty();
  }
}
