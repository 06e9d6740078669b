package dev.voxpop.instrument.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.contracts.experiment.Bracket;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.instrument.file.Shipped;
import org.junit.jupiter.api.Test;

class PromptFormatTest {
  @Test
  void marks_ofEveryBracket_areWrittenAroundTheSymbol() {
    assertThat(format(Symbol.UPPER, Bracket.ROUND).markAt(0)).isEqualTo("(A)");
    assertThat(format(Symbol.LOWER, Bracket.SQUARE).markAt(25)).isEqualTo("[z]");
    assertThat(format(Symbol.NUMBER, Bracket.DOT).markAt(13)).isEqualTo("14.");
    assertThat(format(Symbol.UPPER, Bracket.PLAIN).markAt(2)).isEqualTo("C");
  }

  @Test
  void rolesNoneInCompletion_isRefused() {
    assertThatThrownBy(
            () -> new PromptFormat(Symbol.UPPER, Bracket.ROUND, Roles.NONE, Mode.COMPLETION))
        .hasMessageContaining("Maybe use roles");
  }

  @Test
  void plainNumbers_onNumericTraits_areRefused() {
    PromptFormat plain = format(Symbol.NUMBER, Bracket.PLAIN);
    assertThat(plain.objectionTo(Shipped.traits().require("age_4").item())).isPresent();
    assertThat(plain.objectionTo(Shipped.traits().require("race").item())).isEmpty();
    assertThat(
            format(Symbol.NUMBER, Bracket.DOT)
                .objectionTo(Shipped.traits().require("age_4").item()))
        .isEmpty();
  }

  @Test
  void positionWithoutLetter_isRefused() {
    assertThatThrownBy(() -> format(Symbol.UPPER, Bracket.ROUND).markAt(26))
        .hasMessageContaining("26");
  }

  private static PromptFormat format(Symbol symbol, Bracket bracket) {
    return new PromptFormat(symbol, bracket, Roles.QUESTION_ANSWER, Mode.COMPLETION);
  }
}
