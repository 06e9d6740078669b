package dev.voxpop.simulator.society;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.simulator.trait.Trait;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PanelTest {
  private static final List<String> AGREE =
      List.of("Agree strongly", "Agree a little", "Disagree a little", "Disagree strongly");
  private static final PanelTrait AGE =
      new PanelTrait(
          "AGEBAND", Trait.AGE, List.of("18 to 29", "30 to 49", "50 to 64", "65 or older"));
  private static final PanelTrait RACE =
      new PanelTrait("RACE", Trait.RACE, List.of("White", "Black", "Hispanic", "Other"));

  private static PanelQuestion question(int number, List<String> options) {
    return new PanelQuestion(
        "Q" + number,
        "Statement number " + number + " about the old quays.",
        options,
        PanelQuestion.Kind.ORDINAL);
  }

  private static PanelGenerator generator() {
    return PanelGenerator.of(
        IntStream.range(0, 12).mapToObj(i -> question(i, AGREE)).toList(), List.of(AGE, RACE));
  }

  @Test
  void panel_sameSeed_isTheSame() {
    assertThat(generator().draw(50, 7).toString()).isEqualTo(generator().draw(50, 7).toString());
  }

  @Test
  void panel_otherSeed_hasOtherPeople() {
    assertThat(generator().draw(50, 7).toString()).isNotEqualTo(generator().draw(50, 8).toString());
  }

  @Test
  void keys_ofAPanel_areUnique() {
    assertThat(generator().draw(300, 7)).extracting(PanelRespondent::key).doesNotHaveDuplicates();
  }

  @Test
  void weights_haveMeanOneAndLiftTheYoung() {
    List<PanelRespondent> panel = generator().draw(2_537, 7);
    double young =
        panel.stream()
            .filter(one -> one.traits().age() < 35)
            .mapToDouble(PanelRespondent::weight)
            .average()
            .orElseThrow();
    double old =
        panel.stream()
            .filter(one -> one.traits().age() > 60)
            .mapToDouble(PanelRespondent::weight)
            .average()
            .orElseThrow();
    assertThat(panel.stream().mapToDouble(PanelRespondent::weight).average().orElseThrow())
        .isCloseTo(1, within(1e-5));
    assertThat(young).isGreaterThan(1.15 * old);
  }

  @Test
  void refusals_byQuestion_areTwoToSixPercent() {
    List<PanelRespondent> panel = generator().draw(2_537, 7);
    for (int q = 0; q < 12; q++) {
      String id = "Q" + q;
      long refused =
          panel.stream()
              .filter(one -> one.answers().get(id) instanceof PanelAnswer.Refused)
              .count();
      assertThat(refused / 2_537.0).isBetween(0.01, 0.075);
    }
  }

  @Test
  void demographics_agreeWithTraits() {
    for (PanelRespondent one : generator().draw(400, 7)) {
      if (one.demographics().get("AGEBAND") instanceof PanelAnswer.Chosen chosen) {
        int age = one.traits().age();
        assertThat(chosen.option()).isEqualTo(age < 30 ? 0 : age < 50 ? 1 : age < 65 ? 2 : 3);
      }
    }
  }

  @Test
  void answers_reversedScale_nameTheSameOptions() {
    List<String> reversed = AGREE.reversed();
    List<PanelRespondent> one =
        PanelGenerator.of(List.of(question(1, AGREE)), List.of()).draw(200, 3);
    List<PanelRespondent> other =
        PanelGenerator.of(List.of(question(1, reversed)), List.of()).draw(200, 3);
    for (int i = 0; i < 200; i++) {
      if (one.get(i).answers().get("Q1") instanceof PanelAnswer.Chosen chosen) {
        assertThat(other.get(i).answers().get("Q1"))
            .isEqualTo(new PanelAnswer.Chosen(3 - chosen.option()));
      }
    }
  }

  @Test
  void misunderstood_scaleWithoutKnownWords_isNamed() {
    PanelQuestion odd =
        new PanelQuestion(
            "ODD", "Which is it?", List.of("Blue", "Green", "Plum"), PanelQuestion.Kind.ORDINAL);
    assertThat(PanelGenerator.of(List.of(odd, question(1, AGREE)), List.of()).misunderstood())
        .containsExactly("ODD");
  }

  @Test
  void question_withOneOption_isRefused() {
    assertThatThrownBy(() -> question(1, Collections.singletonList("Yes")))
        .hasMessageContaining("Q1")
        .hasMessageContaining("Maybe");
  }
}
