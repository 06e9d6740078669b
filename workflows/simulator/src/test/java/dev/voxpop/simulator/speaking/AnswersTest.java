package dev.voxpop.simulator.speaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.simulator.reading.Turn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AnswersTest {
  private static final SimulatedModel MODEL = SimulatedModel.seeded(1);
  private static final String AGE =
      "Question: How old are you?\n(A) 18 to 29\n(B) 30 to 49\n(C) 50 to 64\n(D) 65 or older\n(E) Prefer not to answer\nAnswer:";

  private static List<Reply> ask(String prompt, Sampling sampling, int n) {
    return MODEL.replies(Ask.of("sim-base-1", new Script.Text(prompt), sampling), n);
  }

  private static Sampling line(long seed) {
    return new Sampling(1, 1, seed, 128, List.of("\n", "Question:"));
  }

  private static double share(List<Reply> replies, String mark) {
    return replies.stream().filter(reply -> reply.text().startsWith(mark)).count()
        / (double) replies.size();
  }

  @Test
  void trait_stated_isAnswered() {
    List<Reply> replies = ask("I am 34 years old.\n\n" + AGE, line(1), 200);
    assertThat(share(replies, " (B)") + share(replies, " B")).isGreaterThan(0.84);
  }

  @Test
  void temperatureZero_isTheMode() {
    assertThat(ask("I am 34 years old.\n\n" + AGE, new Sampling(0, 1, 1, 128, List.of("\n")), 5))
        .extracting(Reply::text)
        .containsOnly(" (B)");
  }

  @Test
  void reply_sameRequest_isTheSameAndIndexesDiffer() {
    List<Reply> first = ask(AGE, line(4), 40);
    assertThat(ask(AGE, line(4), 40)).isEqualTo(first);
    assertThat(ask(AGE, line(4), 8)).isEqualTo(first.subList(0, 8));
    assertThat(ask(AGE, line(5), 40)).isNotEqualTo(first);
  }

  @Test
  void stops_andTokenLimit_changeNothingElse() {
    Reply whole =
        ask("I am 34 years old.\n\n" + AGE, new Sampling(0, 1, 1, 128, List.of()), 1).getFirst();
    Reply cut =
        ask("I am 34 years old.\n\n" + AGE, new Sampling(0, 1, 1, 1, List.of()), 1).getFirst();
    assertThat(whole.text()).startsWith(cut.text());
    assertThat(cut.finish()).isEqualTo(Reply.Finish.LENGTH);
    assertThat(whole.finish()).isEqualTo(Reply.Finish.STOP);
  }

  @Test
  void opinion_displayedReversed_keepsItsDistribution() {
    String story =
        "I cannot stand loud bars. I love quiet hours at night. I am all for rules about noise.\n\n";
    List<Reply.Weighed> forward =
        weighed(
            story
                + "Question: The quays should be silent after ten at night.\n(A) Agree strongly\n(B) Agree a little\n(C) Disagree a little\n(D) Disagree strongly\nAnswer:");
    List<Reply.Weighed> backward =
        weighed(
            story
                + "Question: The quays should be silent after ten at night.\n(A) Disagree strongly\n(B) Disagree a little\n(C) Agree a little\n(D) Agree strongly\nAnswer:");
    for (int i = 0; i < 4; i++) {
      assertThat(backward.getFirst().odds().get(3 - i))
          .isCloseTo(forward.getFirst().odds().get(i), within(0.03));
    }
  }

  @Test
  void firstOption_andLastLetter_areFavouredALittle() {
    String question = "Question: Which of these is closest?\n(A) The ferry\n(B) The tram\nAnswer:";
    String turned = "Question: Which of these is closest?\n(A) The tram\n(B) The ferry\nAnswer:";
    double first = weighed(question).getFirst().odds().get(0);
    double second = weighed(turned).getFirst().odds().get(1);
    assertThat(logit(first) - logit(second))
        .isCloseTo(2 * ChoiceOdds.FIRST_OPTION_BIAS, within(1e-9));
    String before = "Question: Who sings?\n(A) Somebody tall\n(B) Somebody short\nAnswer: (C)\n\n";
    assertThat(weighed(before + question).getFirst().odds().get(0)).isCloseTo(first, within(1e-12));
  }

  @Test
  void earlierAnswer_pullsTheNext() {
    String first =
        "Question: Ferries should cost nothing.\n(A) Agree strongly\n(B) Agree a little\n(C) Disagree a little\n(D) Disagree strongly\nAnswer: ";
    String next =
        "\n\nQuestion: Buses and trams should be cheaper.\n(A) Agree strongly\n(B) Agree a little\n(C) Disagree a little\n(D) Disagree strongly\nAnswer:";
    double agreeing = weighed(first + "(A)" + next).getFirst().odds().get(0);
    double disagreeing = weighed(first + "(D)" + next).getFirst().odds().get(0);
    assertThat(Math.abs(agreeing - disagreeing)).isGreaterThan(0.02);
  }

  @Test
  void manners_ofABaseModel_areMixed() {
    List<Reply> replies =
        ask("I am 34 years old.\n\n" + AGE, new Sampling(1, 1, 1, 128, List.of()), 3_000);
    Set<String> texts = new HashSet<>(replies.stream().map(Reply::text).toList());
    assertThat(texts)
        .contains(
            " (B)",
            " B",
            " (B) 30 to 49",
            " I'm not sure.",
            " I'd rather not say.",
            " (H)",
            " Probably 30 to 49.");
    assertThat(replies.stream().filter(reply -> reply.text().contains("\n\nQuestion:")).count())
        .isBetween(30L, 100L);
    assertThat(share(replies, " (B)")).isBetween(0.8, 0.95);
  }

  @Test
  void manners_ofAChatModel_areWordier() {
    List<Turn> turns = List.of(new Turn(Turn.Role.USER, "I am 34 years old.\n\n" + AGE));
    List<Reply> chat = MODEL.replies(Ask.of("sim-chat-1", new Script.Chat(turns), line(1)), 1_000);
    List<Reply> base = ask("I am 34 years old.\n\n" + AGE, line(1), 1_000);
    assertThat(chat.stream().mapToInt(Reply::tokens).sum())
        .isGreaterThan(3 * base.stream().mapToInt(Reply::tokens).sum() / 2);
    assertThat(chat).noneMatch(reply -> reply.text().startsWith(" "));
  }

  @Test
  void model_withoutFailings_isAlwaysReadable() {
    SimulatedModel model = SimulatedModel.failing(Failings.NONE, 1);
    List<Reply> replies = model.replies(Ask.of("sim-base-1", new Script.Text(AGE), line(1)), 1_000);
    assertThat(replies)
        .allSatisfy(
            reply ->
                assertThat(reply.text())
                    .matches(" (\\(?[A-E]\\)?( .*)?|.*(18|30|50|65|prefer).*)"));
  }

  @Test
  void prompt_notUnderstood_getsNoLetter() {
    String broken = AGE.replace("\nAnswer:", "");
    assertThat(ask(broken, line(1), 200))
        .allSatisfy(reply -> assertThat(reply.text()).doesNotContainPattern("\\(|\\b[A-E]\\b"));
  }

  @Test
  void cue_withOpenBracket_isClosed() {
    assertThat(
            ask("I am 34 years old.\n\n" + AGE + " (", new Sampling(0, 1, 1, 8, List.of()), 1)
                .getFirst()
                .text())
        .isEqualTo("B)");
  }

  @Test
  void nucleus_ofHalf_dropsTheUnlikely() {
    List<Reply> replies = ask(AGE, new Sampling(1, 0.3, 1, 128, List.of("\n")), 300);
    long options =
        replies.stream()
            .map(Reply::text)
            .filter(text -> text.matches(" \\([A-E]\\)"))
            .distinct()
            .count();
    assertThat(options).isEqualTo(1);
  }

  private static List<Reply.Weighed> weighed(String prompt) {
    return ask(prompt, line(1), 1).stream().map(reply -> reply.weighed().orElseThrow()).toList();
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }
}
