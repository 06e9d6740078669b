package dev.voxpop.instrument.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.instrument.wave.Condition;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConditionParserTest {
  @Test
  void precedence_notBeforeAndBeforeOr() {
    Condition condition = ConditionParser.parse("A = 1 or not B = 2 and C in [3, -4]");
    assertThat(holds(condition, Map.of("A", 1, "B", 2))).isTrue();
    assertThat(holds(condition, Map.of("A", 2, "B", 1, "C", -4))).isTrue();
    assertThat(holds(condition, Map.of("A", 2, "B", 2, "C", 3))).isFalse();
    assertThat(condition.questions()).containsExactly("A", "B", "C");
  }

  @Test
  void brackets_group() {
    Condition condition = ConditionParser.parse("(A = 1 or B = 1) and C = 1");
    assertThat(holds(condition, Map.of("A", 1))).isFalse();
    assertThat(holds(condition, Map.of("B", 1, "C", 1))).isTrue();
  }

  @Test
  void questionWithoutAnswer_equalsNothing() {
    assertThat(holds(ConditionParser.parse("A = 1"), Map.of())).isFalse();
    assertThat(holds(ConditionParser.parse("not A = 1"), Map.of())).isTrue();
  }

  @Test
  void brokenTexts_areRefusedWithWhatWasFound() {
    assertThatThrownBy(() -> ConditionParser.parse("A = ")).hasMessageContaining("the end");
    assertThatThrownBy(() -> ConditionParser.parse("A > 1")).hasMessageContaining("> 1");
    assertThatThrownBy(() -> ConditionParser.parse("A = 1 B = 2")).hasMessageContaining("B");
    assertThatThrownBy(() -> ConditionParser.parse("A in 1"))
        .hasMessageContaining("expected was [");
    assertThatThrownBy(() -> ConditionParser.parse("A in [1")).hasMessageContaining("]");
    assertThatThrownBy(() -> ConditionParser.parse("")).hasMessageContaining("Maybe");
  }

  private static boolean holds(Condition condition, Map<String, Integer> answers) {
    return condition.holds(
        id -> answers.containsKey(id) ? OptionalInt.of(answers.get(id)) : OptionalInt.empty());
  }
}
