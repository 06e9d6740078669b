package dev.voxpop.survey.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.survey.station.People;
import dev.voxpop.survey.station.Specs;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArmRosterTest {
  private static final int PEOPLE = 30;

  @Test
  void baseline_hasOnePersonaPerRespondentToldByTheirTraits() {
    List<Member> members = members(Specs.baseline("qa"));

    assertThat(members).hasSize(PEOPLE);
    assertThat(members).allMatch(member -> member.story() == null);
    assertThat(members).allMatch(member -> member.subject().equals(member.respondent()));
    assertThat(members).allMatch(member -> member.persona().passage().contains("Question: "));
    assertThat(members.stream().map(Member::passage).distinct().count()).isGreaterThan(20);
  }

  @Test
  void stories_alone_areInterviewedAsTheyAre() {
    List<Member> members = members(Specs.stories("natural"));

    assertThat(members).hasSize(PEOPLE);
    assertThat(members).allMatch(member -> member.subject().equals(member.story()));
    assertThat(members.getFirst().persona().passage())
        .endsWith("\u201CLife ${is} {good}\u201D, my father said.");
  }

  @Test
  void pairs_unmatchedPeople_areNotInterviewed() {
    List<Member> members = members(Specs.matched("greedy"));

    assertThat(members).hasSize(26);
    assertThat(members)
        .allMatch(member -> member.subject().equals(member.story() + "~" + member.respondent()));
    assertThat(members.stream().map(Member::subject)).doesNotHaveDuplicates();
  }

  @Test
  void traits_appended_standAfterTheStoryInTheWordsOfTheBaseline() {
    List<Member> members = members(Specs.matched("greedy"));
    Member first = members.getFirst();

    assertThat(first.appended()).contains("Question: Who are you?").contains("Answer: ");
    assertThat(first.persona().passage()).isEqualTo(first.passage() + "\n\n" + first.appended());
  }

  @Test
  void roster_madeTwice_isTheSame() {
    assertThat(members(Specs.matched("greedy"))).isEqualTo(members(Specs.matched("greedy")));
  }

  private static List<Member> members(ArmSpec spec) {
    return ArmRoster.of(spec, Specs.WAVE, new People(PEOPLE)).members().toList();
  }
}
