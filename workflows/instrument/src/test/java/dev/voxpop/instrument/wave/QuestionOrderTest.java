package dev.voxpop.instrument.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.instrument.item.Permutations;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuestionOrderTest {
  @Test
  void sameSeed_order_isTheSamePermutation() {
    List<Question> questions = List.of(plain("A"), plain("B"), plain("C"), plain("D"));
    assertThat(ids(questions, 5)).isEqualTo(ids(questions, 5));
    assertThat(ids(questions, 5)).containsExactlyInAnyOrder("A", "B", "C", "D");
  }

  @Test
  void plainQuestions_seeds_reachEveryOrder() {
    List<Question> questions = List.of(plain("A"), plain("B"), plain("C"));
    Set<List<String>> seen = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      seen.add(ids(questions, seed));
    }
    assertThat(seen).hasSize(6);
  }

  @Test
  void block_underEverySeed_staysTogether() {
    List<Question> questions =
        List.of(plain("A"), inBlock("B"), inBlock("C"), inBlock("D"), plain("E"));
    for (long seed = 0; seed < 200; seed++) {
      List<String> ids = ids(questions, seed);
      int first = Math.min(ids.indexOf("B"), Math.min(ids.indexOf("C"), ids.indexOf("D")));
      assertThat(ids.subList(first, first + 3)).containsExactlyInAnyOrder("B", "C", "D");
    }
  }

  @Test
  void condition_underEverySeed_followsWhatItNames() {
    List<Question> questions =
        List.of(plain("A"), after("B", "A"), plain("C"), after("D", "B"), inBlock("E"));
    Set<List<String>> seen = new HashSet<>();
    for (long seed = 0; seed < 300; seed++) {
      List<String> ids = ids(questions, seed);
      assertThat(ids.indexOf("A")).isLessThan(ids.indexOf("B"));
      assertThat(ids.indexOf("B")).isLessThan(ids.indexOf("D"));
      seen.add(ids);
    }
    assertThat(seen).hasSize(20);
  }

  private static List<String> ids(List<Question> questions, long seed) {
    return QuestionOrder.shuffled(questions, seed).stream().map(Question::id).toList();
  }

  private static Question plain(String id) {
    return question(id, Optional.empty(), Optional.empty());
  }

  private static Question inBlock(String id) {
    return question(id, Optional.empty(), Optional.of("block"));
  }

  private static Question after(String id, String named) {
    return question(id, Optional.of(new Condition.OneOf(named, Set.of(1))), Optional.empty());
  }

  private static Question question(String id, Optional<Condition> askIf, Optional<String> block) {
    Scale scale = new Scale("s", ScaleKind.NOMINAL, List.of(), List.of(), Permutations.none());
    return new Question(
        id, id, "topic", Optional.empty(), "?", scale, Keying.STRAIGHT, askIf, block);
  }
}
