package dev.voxpop.backstory.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.backstory.writing.StoryLayout;
import dev.voxpop.contracts.experiment.PoolChoice.Gates;
import dev.voxpop.contracts.identity.Seed;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.instrument.format.RoleWords;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Reply.Finish;
import dev.voxpop.languagemodel.Usage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotWriterTest {

  private static final Gates JUDGED = new Gates(2, true, false, true, true);
  private static final Usage USAGE = new Usage(10, 0, 20, 0, Usage.Source.REPORTED);

  private final Map<CallKey, Prompt> asked = new LinkedHashMap<>();

  @Test
  void firstCandidateThatPasses_wins_andTheOthersAreNotJudged() {
    SlotEnd end =
        write(
            rules(8, 3, 8, JUDGED),
            (key, prompt) ->
                key.place().endsWith("judge")
                    ? said(key.draw() == 2 ? "fine\nyes" : "bad\nno")
                    : said("short", " I am one.", "I am two. ", "I am three."));
    assertThat(end).isInstanceOf(SlotEnd.Filled.class);
    SlotEnd.Winner winner = ((SlotEnd.Filled) end).winner();
    assertThat(winner.text()).isEqualTo("I am two.");
    assertThat(winner.candidate()).isEqualTo(2);
    assertThat(end.verdicts()).isEqualTo("LJP");
    assertThat(asked.keySet())
        .extracting(CallKey::place)
        .containsExactly("round/0/candidates", "round/0/judge", "round/0/judge");
  }

  @Test
  void providerWithSmallLimit_isAskedAgainOnlyWhileNothingPassed() {
    SlotEnd end =
        write(
            rules(8, 3, 3, new Gates(2, false, false, false, false)),
            (key, prompt) ->
                key.draw() < 6 ? said("no", "no", "no") : said("at last", "never judged"));
    assertThat(end.verdicts()).isEqualTo("LLLLLLP");
    assertThat(asked.keySet()).extracting(CallKey::draw).containsExactly(0, 3, 6);
    assertThat(asked.values())
        .extracting(prompt -> prompt.decoding().choices())
        .containsExactly(3, 3, 2);
  }

  @Test
  void everyGateFailing_endsAfterTheCap() {
    SlotEnd gate = write(rules(4, 5, 4, JUDGED), (key, prompt) -> said("a", "b", "c", "d"));
    assertThat(gate).isEqualTo(new SlotEnd.Exhausted("L".repeat(20), 5, "gate"));
    SlotEnd nothing = write(rules(4, 5, 4, JUDGED), (key, prompt) -> fault("malformed"));
    assertThat(nothing).isEqualTo(new SlotEnd.Exhausted("E".repeat(20), 5, "gate"));
    SlotEnd judge =
        write(
            rules(2, 2, 2, JUDGED),
            (key, prompt) -> key.place().endsWith("judge") ? said("hm") : said("I am A", "I am B"));
    assertThat(judge).isEqualTo(new SlotEnd.Exhausted("VVVV", 2, "gate"));
    SlotEnd context = write(rules(2, 2, 2, JUDGED), (key, prompt) -> fault("context-length"));
    assertThat(context).isEqualTo(new SlotEnd.Exhausted("", 1, "context-length"));
  }

  @Test
  void preamble_isDrawnUntilTheWordYes_andStandsBeforeTheStory() {
    SlotRules rules = withPreamble(rules(1, 1, 1, new Gates(0, false, false, false, false)), 20);
    SlotEnd end =
        write(
            rules,
            (key, prompt) ->
                key.place().equals("preamble")
                    ? said(key.draw() < 2 ? "yesterday" : " YES, sure. ")
                    : said("My life."));
    SlotEnd.Winner winner = ((SlotEnd.Filled) end).winner();
    assertThat(winner.preamble()).isEqualTo("YES, sure.");
    assertThat(winner.preambleAttempts()).isEqualTo(3);
    assertThat(text(Objects.requireNonNull(asked.get(new CallKey(7, "round/0/candidates", 0)))))
        .isEqualTo("Q: Ready?\n\nA: YES, sure.\n\nQ: Who?\n\nA:");
    SlotEnd never = write(withPreamble(rules, 4), (key, prompt) -> said("no"));
    assertThat(never).isEqualTo(new SlotEnd.Exhausted("", 0, "preamble"));
  }

  @Test
  void takenText_isDrawnPast_withTheSameCallsBefore() {
    BiFunction<CallKey, Prompt, Said> model =
        (key, prompt) -> said("Story " + key.place() + key.draw(), "Other one " + key.draw());
    SlotRules rules = rules(2, 2, 2, new Gates(1, false, false, true, false));
    SlotEnd free = write(rules, model);
    List<CallKey> before = new ArrayList<>(asked.keySet());
    asked.clear();
    SlotEnd second =
        SlotWriter.of(rules, calls(model), (slot, candidate, letter) -> {})
            .write(new SlotOrder(7, "Q: Who?\n\nA:"), "story round/0/candidates0"::equals);
    assertThat(((SlotEnd.Filled) free).winner().candidate()).isZero();
    assertThat(((SlotEnd.Filled) second).winner().candidate()).isEqualTo(1);
    assertThat(asked.keySet()).startsWith(before.toArray(CallKey[]::new));
  }

  @Test
  void seeds_ofAllCalls_differAndDependOnPoolAndPlaceOnly() {
    SlotRules rules = rules(1, 10, 1, new Gates(100, false, false, false, false));
    write(rules, (key, prompt) -> said("x"));
    List<Integer> seeds =
        asked.values().stream().map(p -> p.decoding().seed().orElseThrow()).toList();
    assertThat(new HashSet<>(seeds)).hasSize(10);
    asked.clear();
    write(rules, (key, prompt) -> said("y"));
    assertThat(asked.values().stream().map(p -> p.decoding().seed().orElseThrow()).toList())
        .isEqualTo(seeds);
  }

  private SlotEnd write(SlotRules rules, BiFunction<CallKey, Prompt, Said> model) {
    asked.clear();
    return SlotWriter.of(rules, calls(model), (slot, candidate, letter) -> {})
        .write(new SlotOrder(7, "Q: Who?\n\nA:"), text -> false);
  }

  private Calls calls(BiFunction<CallKey, Prompt, Said> model) {
    return (key, alias, prompt) -> {
      assertThat(asked.put(key, prompt)).as("asked twice: %s", key).isNull();
      return model.apply(key, prompt);
    };
  }

  private static String text(Prompt prompt) {
    return ((Prompt.Text) prompt).text().toString();
  }

  private static Said said(String... texts) {
    List<Said.Words> words = new ArrayList<>();
    for (String text : texts) {
      words.add(new Said.Words(text, Finish.STOP, null));
    }
    return new Said(words, "m", USAGE, null);
  }

  private static Said fault(String reason) {
    return new Said(Collections.emptyList(), "", USAGE, reason);
  }

  private static SlotRules rules(int candidates, int rounds, int maxN, Gates gates) {
    return new SlotRules(
        "p-1",
        new Seed(5),
        new StoryLayout(RoleWords.of("Q", "A")),
        Optional.empty(),
        candidates,
        rounds,
        gates,
        100,
        facts("base", "completion", maxN),
        facts("chat", "chat", 1),
        "Judge it.");
  }

  private static SlotRules withPreamble(SlotRules rules, int attempts) {
    return new SlotRules(
        rules.pool(),
        rules.seed(),
        rules.layout(),
        Optional.of(new SlotRules.Preamble("Ready?", AcceptedWord.of("\\byes\\b"), attempts)),
        rules.candidates(),
        rules.rounds(),
        rules.gates(),
        rules.maxTokens(),
        rules.writer(),
        rules.judge(),
        rules.judgeText());
  }

  private static ModelFacts facts(String alias, String kind, int maxN) {
    return new ModelFacts(alias, "m", kind, 8192, maxN, 0, true, 8, null, null, true);
  }

  @Test
  void stops_ofAStory_areNeitherEmptyNorRepeated() {
    write(rules(1, 1, 1, JUDGED), (key, prompt) -> said("I am one.", "yes"));
    Prompt prompt = asked.values().iterator().next();
    assertThat(prompt.decoding().stops()).containsExactly("Q:", "Interview");
    assertThat(IntStream.of(prompt.decoding().maxTokens()).sum()).isEqualTo(100);
  }
}
