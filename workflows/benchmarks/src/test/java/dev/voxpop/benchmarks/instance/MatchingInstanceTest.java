package dev.voxpop.benchmarks.instance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatchingInstanceTest {

  @Test
  void draws_ofTheGenerator_areThePublishedOnes() {
    assertThat(Draws.value(1, 1, 0)).isEqualTo(0x6078bf180ff8632fL);
    assertThat(Draws.below(1, 1, 0, 10_000)).isEqualTo(3768);
    assertThat(Draws.below(1, 1, 1, 10_000)).isEqualTo(8168);
    assertThat(Draws.below(1, 1, 2, 10_000)).isEqualTo(2682);
    assertThat(Draws.below(1, 1, 3, 10_000)).isEqualTo(1959);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void instance_ofTenThousand_hasThePublishedChecksums(Kind kind) {
    MatchingInstance instance = MatchingInstance.of(kind, 10_000, 10_000);
    assertThat(instance.humansChecksum(10_000)).isEqualTo(kind.humans());
    assertThat(instance.personasChecksum(10_000)).isEqualTo(kind.personas());
  }

  @Test
  void stories_ofTheJoin_beginAsPublished() {
    assertThat(JoinInstance.of(1, 1).story(0)).startsWith("bqaxjbjlgeue").hasSize(3_000);
  }

  @Test
  void rows_ofTheJoin_haveThePublishedChecksums() {
    assertThat(JoinInstance.of(10_000, 10_000).number(0, 0)).isBetween(0, 4);
  }
}
