package dev.voxpop.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void calls_perMinute_neverExceedTheLimitByMoreThanTheBurst() {
    Pace pace = Pace.perMinute(OptionalLong.of(120), OptionalLong.empty());
    int admitted = 0;
    for (long now = -5 * SECOND; now < 55 * SECOND; now += SECOND / 100) {
      if (pace.admit(now, 1).isZero()) {
        admitted++;
      }
    }
    assertThat(admitted).isBetween(120, 123);
  }

  @Test
  void tokens_ofOneLargeCall_holdBackTheNext() {
    Pace pace = Pace.perMinute(OptionalLong.empty(), OptionalLong.of(60_000));
    assertThat(pace.admit(0, 10_000)).isZero();
    assertThat(pace.admit(0, 1)).isEqualTo(Duration.ofSeconds(9));
    assertThat(pace.admit(9 * SECOND, 1)).isZero();
  }

  @Test
  void pace_withoutLimits_admitsEverything() {
    Pace pace = Pace.perMinute(OptionalLong.empty(), OptionalLong.empty());
    for (int i = 0; i < 1000; i++) {
      assertThat(pace.admit(0, 1_000_000)).isZero();
    }
  }
}
