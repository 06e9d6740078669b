package dev.voxpop.survey.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrainTest {
  @ParameterizedTest
  @CsvSource({
    "200, 12, 200",
    "200, 1, 1000",
    "200, 3, 334",
    "200, 200, 50",
    "200, 5000, 20",
    "5, 17, 59",
    "100000, 1, 1000",
  })
  void batch_ofMembers_makesBetweenAThousandAndTenThousandCalls(
      int configured, long calls, int expected) {
    assertThat(Grain.of(configured, calls)).isEqualTo(expected);
  }
}
