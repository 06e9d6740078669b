package dev.voxpop.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentityTest {

  private static final String EMPTY_HASH = Sha256.hex("");

  private static UUID cell(String question) {
    return SemanticId.of(
        "exp-7", "natural-greedy", "b-0123456789abcdef", question, "0", EMPTY_HASH);
  }

  @Test
  void semanticId_publishedVector_isReproduced() {
    assertThat(cell("q1")).isEqualTo(UUID.fromString("469d4f0e-fb8d-5ec2-88ae-864aa2e9633c"));
    assertThat(cell("q1").version()).isEqualTo(5);
    assertThat(cell("q1").variant()).isEqualTo(2);
  }

  @Test
  void semanticId_composedAndDecomposedLetters_areOneName() {
    assertThat(SemanticId.of("caf\u00e9")).isEqualTo(SemanticId.of("cafe\u0301"));
  }

  @Test
  void semanticId_partWithSeparator_isRefused() {
    assertThatThrownBy(() -> SemanticId.of("a", "b\u001Fc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Part 1");
  }

  @Test
  void checksum_publishedVector_isReproducedInAnyOrder() {
    Checksum forward =
        Checksum.EMPTY.plus(cell("q1"), "valid", "3").plus(cell("q2"), "refused", null);
    Checksum backward =
        Checksum.EMPTY.plus(cell("q2"), "refused", null).plus(cell("q1"), "valid", "3");
    assertThat(forward.hex()).isEqualTo("43152d876e0ba960");
    assertThat(backward).isEqualTo(forward);
    assertThat(Checksum.parse(forward.hex())).isEqualTo(forward);
  }

  @Test
  void seed_samePath_givesSameBitsAndOthersDiffer() {
    Seed seed = new Seed(20260101);
    assertThat(seed.derive("arm/q1")).isEqualTo(new Seed(20260101).derive("arm/q1"));
    assertThat(seed.derive("arm/q1")).isNotEqualTo(seed.derive("arm/q2"));
    assertThat(seed.forProvider("arm/q1")).isNotNegative();
  }

  @Test
  void seed_outOfRange_isRefused() {
    assertThatThrownBy(() -> new Seed(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new Seed(Seed.MAX + 1)).hasMessageContaining("Maybe");
  }
}
