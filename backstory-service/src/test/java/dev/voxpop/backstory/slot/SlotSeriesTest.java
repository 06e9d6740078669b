package dev.voxpop.backstory.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.backstory.gate.YieldWatch;
import dev.voxpop.backstory.writing.StoryLayout;
import dev.voxpop.contracts.experiment.PoolChoice.Gates;
import dev.voxpop.contracts.identity.Seed;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.instrument.format.RoleWords;
import dev.voxpop.interviewing.Bill;
import dev.voxpop.interviewing.Cursor;
import dev.voxpop.interviewing.Entry;
import dev.voxpop.interviewing.Fault;
import dev.voxpop.interviewing.Move;
import dev.voxpop.interviewing.Place;
import dev.voxpop.interviewing.Receipt;
import dev.voxpop.interviewing.SeriesKey;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlotSeriesTest {

  private static final Usage USAGE = new Usage(10, 0, 20, 0, Usage.Source.REPORTED);
  private static final SlotOrder ORDER = new SlotOrder(7, "Q: Who?\n\nA:");

  @Test
  void place_ofACall_namesIt() {
    for (CallKey key :
        List.of(
            CallKey.preamble(7, 0),
            CallKey.preamble(7, 19),
            CallKey.candidates(7, 0, 0),
            CallKey.candidates(7, 3, 64),
            CallKey.judge(7, 0, 5),
            CallKey.judge(7, 9, 7))) {
      assertThat(CallKey.of(7, key.at())).isEqualTo(key);
    }
    assertThat(CallKey.judge(1, 4, 2).at()).isEqualTo(new Place(10, 2));
  }

  @Test
  void calls_followEachOther_andTheLastOneBringsTheEnd() {
    SlotSeries series = begin(Map.of());
    List<SlotStep.Called> calls = new ArrayList<>();
    while (series.move() instanceof Move.Ask<SlotStep> ask) {
      SlotStep.Called called =
          called(ask, ask.alias().equals("chat") ? "bad\nno" : "I am " + calls.size());
      calls.add(called);
      series = series.with(called);
    }
    assertThat(series.move()).isInstanceOf(Move.Finished.class);
    assertThat(calls)
        .extracting(call -> call.key().place())
        .containsExactly(
            "round/0/candidates", "round/0/judge", "round/1/candidates", "round/1/judge");
    assertThat(calls).extracting(SlotStep.Called::letters).containsExactly("", "J", "J", "JJ");
    assertThat(calls.getLast().end()).isEqualTo(new SlotEnd.Exhausted("JJ", 2, "gate"));
    assertThat(calls.getLast().tally().failed()).isEqualTo(1);
    assertThat(calls.getFirst().tally().answered()).isZero();
    assertThat(calls.getFirst().origin().alias()).isEqualTo("base");
  }

  @Test
  void slot_resumedAfterAnyCall_asksWhatItWouldHaveAsked() {
    Map<CallKey, Recorded> journal = new HashMap<>();
    SlotSeries series = begin(Map.of());
    while (series.move() instanceof Move.Ask<SlotStep> ask) {
      SlotSeries again = begin(journal);
      assertThat(again.move()).isInstanceOf(Move.Ask.class);
      assertThat(((Move.Ask<SlotStep>) again.move()).prompt()).isEqualTo(ask.prompt());
      assertThat(again.place()).isEqualTo(series.place());
      assertThat(again.letters()).isEqualTo(series.letters());
      SlotStep.Called called = called(ask, ask.alias().equals("chat") ? "fine\nyes" : "I am one.");
      journal.put(called.key(), called.recorded());
      series = series.with(called);
    }
    assertThat(begin(journal).move())
        .isInstanceOfSatisfying(
            Move.Tell.class, tell -> assertThat(tell.result()).isInstanceOf(SlotStep.Ended.class));
    assertThat(begin(journal).letters()).isEqualTo("P");
  }

  @Test
  void slot_endedByStoredCallsOnly_tellsItsEndAndIsFinished() {
    SlotSeries asked = begin(Map.of());
    SlotStep.Called first = called(ask(asked), "I am one.");
    SlotSeries judged = asked.with(first);
    SlotStep.Called last = called(ask(judged), "fine\nyes");
    SlotSeries told = judged.with(last.replacedBy(last.recorded()));
    assertThat(told.move()).isInstanceOf(Move.Tell.class);
    SlotStep end = ((Move.Tell<SlotStep>) told.move()).result();
    assertThat(end.tally().answered()).isEqualTo(1);
    assertThat(told.with(end).move()).isInstanceOf(Move.Finished.class);
  }

  @Test
  void call_askedWithAnotherPrompt_needsAPerson() {
    SlotStep.Called first = called(ask(begin(Map.of())), "I am one.");
    Recorded other = new Recorded("another hash", first.recorded().said());
    assertThat(begin(Map.of(first.key(), other)).move())
        .isInstanceOfSatisfying(
            Move.Halt.class,
            halt -> {
              assertThat(halt.reason()).isEqualTo(PauseReason.PROMPT_DRIFT);
              assertThat(halt.detail())
                  .isEqualTo(
                      "slot/7/round/0/candidates draw 0 was asked with prompt another hash, now "
                          + first.recorded().promptHash());
            });
  }

  @Test
  void fault_isKeptUnderItsWordInTheJournal() {
    Move.Ask<SlotStep> ask = ask(begin(Map.of()));
    Map<Fault.Reason, String> words =
        Map.of(
            Fault.Reason.CONTENT_FILTER, "content-filter",
            Fault.Reason.CONTEXT_LENGTH, "context-length",
            Fault.Reason.MALFORMED, "malformed",
            Fault.Reason.REJECTED, "rejected");
    words.forEach(
        (reason, word) -> {
          SlotStep.Called called =
              (SlotStep.Called) ask.failed(new Fault(reason, "", Allowance.NONE, null));
          assertThat(called.recorded().said().fault()).isEqualTo(word);
        });
    SlotStep.Called tooLong =
        (SlotStep.Called)
            ask.failed(new Fault(Fault.Reason.CONTEXT_LENGTH, "", Allowance.NONE, USAGE));
    assertThat(tooLong.end()).isEqualTo(new SlotEnd.Exhausted("", 1, "context-length"));
    assertThat(tooLong.recorded().said().usage()).isEqualTo(USAGE);
  }

  @Test
  void journal_ofHopelessCandidates_asksForAPersonOnce() throws InterruptedException {
    AtomicInteger decided = new AtomicInteger();
    WatchedJournal journal =
        WatchedJournal.of(
            entry -> Receipt.current(entry.result()),
            YieldWatch.startingWith(Map.of()),
            decided::incrementAndGet);
    journal.note(0, "L".repeat(YieldWatch.CANDIDATES - 1));
    assertThat(journal.write(entry(null)).standing()).isEqualTo(Receipt.Standing.CURRENT);
    SlotStep.Called last = withLetters(called(ask(begin(Map.of())), "I am one."), "L");
    Receipt<SlotStep> receipt = journal.write(entry(last));
    assertThat(receipt.halt()).isEqualTo(PauseReason.GATE_YIELD);
    assertThat(receipt.detail()).contains("length=200");
    assertThat(receipt.stored()).isSameAs(last);
    assertThat(journal.write(entry(last)).standing()).isEqualTo(Receipt.Standing.CURRENT);
    assertThat(decided).hasValue(1);
  }

  private static SlotStep.Called withLetters(SlotStep.Called call, String letters) {
    return new SlotStep.Called(call.key(), call.recorded(), call.origin(), letters, null);
  }

  private static Entry<SlotStep> entry(@Nullable SlotStep step) {
    Cursor cursor =
        new Cursor(Place.START, Cursor.Phase.WAITING, Cursor.Trouble.NONE, Allowance.NONE);
    return new Entry<>(new SeriesKey(1, 7, 0), cursor, step, Bill.NONE);
  }

  @SuppressWarnings("unchecked") // a slot's moves are about its own steps
  private static Move.Ask<SlotStep> ask(SlotSeries series) {
    assertThat(series.move()).isInstanceOf(Move.Ask.class);
    return (Move.Ask<SlotStep>) series.move();
  }

  private static SlotStep.Called called(Move.Ask<SlotStep> ask, String text) {
    Reply reply =
        new Reply(
            List.of(Reply.Choice.of(text, Reply.Finish.STOP)), USAGE, "m", Duration.ofMillis(3));
    return (SlotStep.Called) ask.read(reply);
  }

  private static SlotSeries begin(Map<CallKey, Recorded> journal) {
    SlotRules rules =
        new SlotRules(
            "p-1",
            new Seed(5),
            new StoryLayout(RoleWords.of("Q", "A")),
            Optional.empty(),
            1,
            2,
            new Gates(2, true, false, true, true),
            100,
            facts("base", "completion"),
            facts("chat", "chat"),
            "Judge it.");
    return SlotSeries.of(rules, ORDER, text -> false, journal);
  }

  private static ModelFacts facts(String alias, String kind) {
    return new ModelFacts(alias, "m", kind, 8192, 1, 0, true, 8, null, null, true);
  }
}
