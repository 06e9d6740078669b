package dev.voxpop.backstory.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.backstory.gate.TextGates.Candidate;
import dev.voxpop.contracts.experiment.PoolChoice.Gates;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GatesTest {

  private static final Gates ALL = new Gates(3, true, true, true, true);

  @Test
  void candidate_failsAtTheCheapestGateFirst() {
    TextGates gates = TextGates.of(ALL, Set.of("i was born here")::contains);
    assertThat(gates.failure(new Candidate(" \n", true))).contains(Gate.EMPTY);
    assertThat(gates.failure(new Candidate("I was", true))).contains(Gate.LENGTH);
    assertThat(gates.failure(new Candidate("Interview, an INTERVIEW of me", true)))
        .contains(Gate.KEYWORD);
    assertThat(gates.failure(new Candidate("one interview is fine", true))).contains(Gate.COMPLETE);
    assertThat(gates.failure(new Candidate("I was\n\tborn  HERE ", false)))
        .contains(Gate.DUPLICATE);
    assertThat(gates.failure(new Candidate("I was born there", false))).isEmpty();
  }

  @Test
  void gates_thatAreOff_letEverythingButNothingPass() {
    TextGates gates = TextGates.of(new Gates(0, false, false, false, false), text -> true);
    assertThat(gates.failure(new Candidate("interview interview", true))).isEmpty();
    assertThat(gates.failure(new Candidate("", false))).contains(Gate.EMPTY);
  }

  @Test
  void verdict_isTheOneYesOrNoOfTheLastLine() {
    assertThat(Verdict.read("Reason: no doubt.\nVerdict: Yes.\n\n")).isEqualTo(Verdict.YES);
    assertThat(Verdict.read("yes\nNO")).isEqualTo(Verdict.NO);
    assertThat(Verdict.read("yes, yes")).isEqualTo(Verdict.YES);
    assertThat(Verdict.read("yes or no")).isEqualTo(Verdict.UNREADABLE);
    assertThat(Verdict.read("yesterday I know")).isEqualTo(Verdict.UNREADABLE);
    assertThat(Verdict.read("")).isEqualTo(Verdict.UNREADABLE);
  }

  @Test
  void yieldWatch_withTooFewPasses_stopsOnceWithCounts() {
    YieldWatch watch = YieldWatch.startingWith(Map.of(0, "L".repeat(150)));
    for (int i = 0; i < 49; i++) {
      assertThat(watch.note(1, i, i < 3 ? 'P' : 'J')).isEmpty();
    }
    assertThat(watch.note(0, 3, 'P')).isEmpty();
    assertThat(watch.note(1, 49, 'J').orElse("")).contains("length=150", "judge=47", "passed=3");
    assertThat(watch.note(1, 50, 'J')).isEmpty();
  }

  @Test
  void yieldWatch_withEnoughPasses_letsWritingGoOn() {
    YieldWatch watch = YieldWatch.startingWith(Map.of());
    List<Integer> slots = List.of(2, 0, 1, 3);
    for (int slot : slots) {
      for (int i = 0; i < 60; i++) {
        assertThat(watch.note(slot, i, i < 2 ? 'P' : 'K')).isEmpty();
      }
    }
  }
}
