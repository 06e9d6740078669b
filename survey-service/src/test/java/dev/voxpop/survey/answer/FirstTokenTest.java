package dev.voxpop.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.contracts.experiment.Bracket;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.languagemodel.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstTokenTest {

  private static final PromptFormat ROUND = PromptFormat.standard();
  private static final DisplayOrder TURNED = DisplayOrder.of(1, 2, 0);

  @Test
  void masses_ofEveryFormOfASymbol_areAddedForTheOptionShownThere() {
    List<Double> masses =
        masses(
            ROUND, TURNED, token(" A", " A", .4, "A", .1, "(B", .2, "\u0120C)", .05, " the", .1));

    assertClose(masses, .05, .5, .2);
  }

  @Test
  void masses_behindABracketOfItsOwn_countWithTheProbabilityOfTheWayThere() {
    List<Double> masses =
        masses(
            ROUND,
            TURNED,
            token(" (", " (", .8, " B", .1, " I", .1),
            token("C", "A", .5, "C", .25, "B", .25),
            token(")", ")", 1));

    assertClose(masses, .8 * .25, .8 * .5, .1 + .8 * .25);
  }

  @Test
  void masses_behindASpaceAndABracket_areReadAtTheThirdToken() {
    List<Double> masses =
        masses(
            ROUND,
            DisplayOrder.identity(2),
            token("\u2581", "\u2581", .9),
            token("(", "(", .5, "B", .5),
            token("A", "A", 1));

    assertClose(masses, .9 * .5, .9 * .5);
  }

  @Test
  void masses_behindAWord_areNoFirstToken() {
    assertClose(
        masses(ROUND, DisplayOrder.identity(2), token(" I", " I", .9), token("A", "A", 1)), 0, 0);
    assertClose(
        masses(ROUND, DisplayOrder.identity(2), token(" )", " )", .9), token("A", "A", 1)), 0, 0);
  }

  @Test
  void masses_thatRoundingCarriedBeyondOne_addUpToOne() {
    List<Double> masses = masses(ROUND, DisplayOrder.identity(2), token("A", "A", .75, "B", .2502));

    assertThat(masses.getFirst() + masses.getLast()).isCloseTo(1, within(1e-12));
    assertThat(masses.getFirst() / masses.getLast()).isCloseTo(.75 / .2502, within(1e-12));
  }

  @Test
  void masses_ofNumbersAndLowerCase_followTheFormat() {
    PromptFormat numbers =
        new PromptFormat(Symbol.NUMBER, Bracket.DOT, Roles.QUESTION_ANSWER, Mode.COMPLETION);
    PromptFormat lower =
        new PromptFormat(Symbol.LOWER, Bracket.SQUARE, Roles.QUESTION_ANSWER, Mode.COMPLETION);

    assertClose(masses(numbers, TURNED, token("2.", "2.", .5, "1", .25, "A", .25)), 0, .25, .5);
    assertClose(masses(lower, TURNED, token("[c", "[c", .5, "C", .5)), .5, 0, 0);
  }

  @Test
  void reply_withoutLogProbabilities_hasNoMasses() {
    assertThat(FirstToken.masses(Reply.Choice.of(" (A)", Reply.Finish.STOP), ROUND, TURNED))
        .isEmpty();
  }

  private static List<Double> masses(PromptFormat format, DisplayOrder order, Reply.Token... all) {
    Reply.Choice choice = new Reply.Choice("", Reply.Finish.STOP, List.of(all));
    return FirstToken.masses(choice, format, order);
  }

  /** A token that stood at a place, and texts with their probabilities there, its own first. */
  private static Reply.Token token(String text, Object... others) {
    List<Reply.Alternative> alternatives = new ArrayList<>();
    for (int i = 0; i < others.length; i += 2) {
      double probability = ((Number) others[i + 1]).doubleValue();
      alternatives.add(new Reply.Alternative((String) others[i], Math.log(probability)));
    }
    double own =
        alternatives.stream()
            .filter(other -> other.text().equals(text))
            .findFirst()
            .orElseThrow()
            .logprob();
    return new Reply.Token(text, own, alternatives);
  }

  private static void assertClose(List<Double> masses, double... expected) {
    assertThat(masses).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(masses.get(i)).as("option " + i).isCloseTo(expected[i], within(1e-12));
    }
  }
}
