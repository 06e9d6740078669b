package dev.voxpop.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.instrument.item.DisplayOrder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReaderVerdictTest {
  private static final AnswerScale SCALE =
      AnswerScale.of(Scales.TRAITS.require("age_4").readerItem().orElseThrow());

  @Test
  void lastLineWithOneOption_isFound() {
    assertThat(read("She says she is 70, so (A) is wrong.\n\nAnswer: (D)\n \n")).contains(3);
    assertThat(read("(C)")).contains(2);
  }

  @Test
  void everythingElse_isNotFound() {
    assertThat(read("The story is silent.\n(E) Was not mentioned")).isEmpty();
    assertThat(read("(B)\nThat is what I would think")).isEmpty();
    assertThat(read("It could be (A) or (B)")).isEmpty();
    assertThat(read("(F)")).isEmpty();
    assertThat(read("I prefer not to answer")).isEmpty();
    assertThat(read("")).isEmpty();
  }

  @Test
  void replyCutShort_isNotFound() {
    assertThat(read(RawAnswer.cut("(B)"))).isEmpty();
  }

  private static Optional<Integer> read(String reply) {
    return read(RawAnswer.complete(reply));
  }

  private static Optional<Integer> read(RawAnswer reply) {
    Display display = Display.unbounded(DisplayOrder.identity(5), Scales.STANDARD);
    return ReaderVerdict.read(reply, SCALE, display).map(ParsedAnswer.Choice::option);
  }
}
