package dev.voxpop.analysis.bound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.analysis.panel.Panel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionGroupTest {

  private static final Panel PANEL = PanelInstance.create();

  @Test
  void groups_manyPeople_addRowsLessThanAThirdAsOften() {
    assertThat(groups(10_000)).hasSizeLessThanOrEqualTo(20);
  }

  @Test
  void groups_fewerPeople_areSmaller() {
    assertThat(groups(500)).hasSizeGreaterThan(groups(10_000).size());
  }

  @Test
  void options_ofAKey_areThoseThePersonChose() {
    QuestionGroup group = groups(10_000).get(1);
    for (int person = 0; person < 50; person++) {
      int[] options = group.optionsOf(group.key(PANEL, person));
      Arrays.sort(options);
      int first = 0;
      int next = 0;
      for (int q = group.first(); first < group.options(); q++) {
        if (PANEL.valid(person, q)) {
          assertThat(options[next++]).isEqualTo(first + PANEL.cell(person, q));
        }
        first += PANEL.item(q).levels();
      }
      assertThat(options).hasSize(next);
    }
  }

  private static List<QuestionGroup> groups(int people) {
    return QuestionGroup.cheapest(PANEL, new QuestionGroup.Cost(people, 0, 1));
  }
}
