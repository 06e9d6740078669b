package dev.voxpop.matching.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.trait.TraitLabels;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SlotsTest {

  private static final TraitLabels A = new TraitLabels("a", List.of("x", "y", "z"));
  private static final TraitLabels B = new TraitLabels("b", List.of("u", "v"));

  @Test
  void sample_ofEnoughPersonas_fillsEveryCombinationAlike() {
    Personas pool = pool(600);
    List<Slot> slots = BalancedSample.of(pool, List.of("b", "a"), 20, 3);
    assertThat(slots).extracting(Slot::labels).first().isEqualTo(List.of("u", "x"));
    assertThat(slots).hasSize(6);
    for (Slot slot : slots) {
      assertThat(slot.missing()).isZero();
      assertThat(slot.personas()).hasSize(20).doesNotHaveDuplicates().isSorted();
      for (int persona : slot.personas()) {
        assertThat(B.labels().get(pool.modalLabel(1, persona))).isEqualTo(slot.labels().get(0));
        assertThat(A.labels().get(pool.modalLabel(0, persona))).isEqualTo(slot.labels().get(1));
      }
    }
    assertThat(BalancedSample.of(pool, List.of("b", "a"), 20, 3)).isEqualTo(slots);
    assertThat(BalancedSample.of(pool, List.of("b", "a"), 20, 4)).isNotEqualTo(slots);
  }

  @Test
  void slot_withTooFewPersonas_staysIncomplete() {
    var pool = Personas.builder(List.of(A, B));
    pool.add("p1", 1, 0, 0, 1, 0).add("p2", 1, 0, 0, 1, 0).add("p3", 0, 1, 0, 0, 1);
    List<Slot> slots = BalancedSample.of(pool.build(), List.of("a"), 2, 1);
    assertThat(slots).extracting(Slot::missing).containsExactly(0, 1, 2);
    assertThat(slots)
        .extracting(Slot::personas)
        .containsExactly(List.of(0, 1), List.of(2), List.of());
  }

  @Test
  void profile_takesTheMostProbable_andNobodyWhoCannotHaveIt() {
    var pool = Personas.builder(List.of(A, B));
    pool.add("p1", 1, 1, 0, 1, 1).add("p2", 3, 1, 0, 1, 0).add("p3", 0, 1, 0, 1, 0);
    Slot two = LikelyProfile.of(pool.build(), Map.of("a", "x", "b", "u"), 2, 1);
    assertThat(two).isEqualTo(new Slot(List.of("x", "u"), 2, List.of(0, 1)));
    assertThat(LikelyProfile.of(pool.build(), Map.of("a", "x"), 1, 1).personas())
        .containsExactly(1);
    assertThat(LikelyProfile.of(pool.build(), Map.of("a", "x"), 3, 1).missing()).isEqualTo(1);
  }

  @Test
  void names_thatPersonasDoNotHave_areRefused() {
    Personas pool = pool(5);
    assertThatThrownBy(() -> BalancedSample.of(pool, List.of("c"), 1, 1))
        .hasMessageContaining("Maybe it is one of [a, b]");
    assertThatThrownBy(() -> BalancedSample.of(pool, List.of("a"), 0, 1))
        .hasMessageContaining("are no sample");
    assertThatThrownBy(() -> LikelyProfile.of(pool, Map.of("c", "x"), 1, 1))
        .hasMessageContaining("no trait \"c\"");
    assertThatThrownBy(() -> LikelyProfile.of(pool, Map.of("a", "u"), 1, 1))
        .hasMessageContaining("no label \"u\"");
  }

  private static Personas pool(int size) {
    var random = new SplittableRandom(9);
    var pool = Personas.builder(List.of(A, B));
    for (int persona = 0; persona < size; persona++) {
      pool.add(
          "p%04d".formatted(persona),
          random.nextDouble(),
          random.nextDouble(),
          random.nextDouble(),
          random.nextDouble(),
          random.nextDouble());
    }
    return pool.build();
  }
}
