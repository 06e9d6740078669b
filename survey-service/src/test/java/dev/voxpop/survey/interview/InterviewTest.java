package dev.voxpop.survey.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.contracts.event.AnswerState;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.Bracket;
import dev.voxpop.contracts.experiment.DecodingChoice;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.OnNoValue;
import dev.voxpop.contracts.experiment.PromptFormat;
import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.experiment.SurveySpec;
import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.interviewing.Fault;
import dev.voxpop.interviewing.Move;
import dev.voxpop.interviewing.Place;
import dev.voxpop.languagemodel.Message;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Usage;
import dev.voxpop.survey.station.Arms;
import dev.voxpop.survey.station.Specs;
import dev.voxpop.survey.station.TestModels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InterviewTest {
  private static final Persona STORY =
      new Persona("b-1", "b-1", null, "Question: Who are you?\n\nAnswer: I am ${a} {sailor}.");
  private static final Persona NOBODY = new Persona("r-1", null, "r-1", "");

  @Test
  void prompt_firstQuestion_followsThePassageAfterABlankLine() {
    Interview interview = Interview.begin(plan(plain()), STORY, 0);

    assertThat(text(asked(interview)))
        .isEqualTo(
            """
            Question: Who are you?

            Answer: I am ${a} {sailor}.

            Please answer the next question in keeping with everything that has been said so far.
            Question: Do you agree or disagree: riding the ferries inside the harbour should cost nothing.
            (A) Agree strongly
            (B) Agree a little
            (C) Disagree a little
            (D) Disagree strongly
            Reply with (A), (B), (C), or (D).
            Answer:""");
  }

  @Test
  void prompt_secondQuestion_followsTheFirstAnswerAsItWasSaid() {
    Interview interview = Interview.begin(plan(plain()), STORY, 0);
    String first = text(asked(interview));

    Interview next =
        interview.with(asked(interview).read(reply(" (B) Agree a little\nQuestion: no")));

    assertThat(text(asked(next))).startsWith(first + " (B) Agree a little\n\nPlease answer");
    assertThat(next.place()).isEqualTo(new Place(1, 0));
  }

  @Test
  void prompt_nothingBefore_hasNoConsistencyLine() {
    assertThat(text(asked(Interview.begin(plan(plain()), NOBODY, 0))))
        .startsWith("Question: Do you agree");
  }

  @Test
  void prompt_separately_followsThePassageAlone() {
    Interview interview = Interview.begin(plan(Arms.separately(plain())), STORY, 0);

    Interview next = interview.with(asked(interview).read(reply(" (B)")));

    assertThat(text(asked(next)))
        .startsWith(STORY.passage() + "\n\nPlease")
        .doesNotContain("(B)\n\n");
  }

  @Test
  void answer_withoutValue_isLeftOutOfTheContext() {
    Interview interview = Interview.begin(plan(Arms.draws(plain(), 1)), STORY, 0);

    Interview next = interview.with(asked(interview).read(reply(" I would rather not say.")));

    assertThat(next.place()).isEqualTo(new Place(1, 0));
    assertThat(text(asked(next))).doesNotContain("rather not say");
  }

  @Test
  void answer_withoutValueWhereItIsKept_staysInTheContext() {
    Interview interview = Interview.begin(plan(Arms.keeping(Arms.draws(plain(), 1))), STORY, 0);

    Interview next = interview.with(asked(interview).read(reply(" I would rather not say.")));

    assertThat(text(asked(next))).contains("Answer: I would rather not say.\n\n");
  }

  @Test
  void answer_unreadable_isAskedAgainWithTheSamePromptAndAnotherSeed() {
    Interview interview = Interview.begin(plan(plain()), STORY, 0);
    Move.Ask<Draw> first = asked(interview);

    Draw unreadable = first.read(reply(" purple"));
    Interview again = interview.with(unreadable);
    Move.Ask<Draw> second = asked(again);

    assertThat(unreadable.finality()).isEqualTo(Draw.Finality.ASKED_AGAIN);
    assertThat(again.place()).isEqualTo(new Place(0, 1));
    assertThat(text(second)).isEqualTo(text(first));
    assertThat(second.prompt().decoding().seed()).isNotEqualTo(first.prompt().decoding().seed());
    Draw answer = second.read(reply(" (A)"));
    assertThat(answer.attempts()).isEqualTo(2);
    assertThat(answer.firstState()).isEqualTo(AnswerState.UNREADABLE);
    assertThat(answer.promptHash()).isEqualTo(unreadable.promptHash());
  }

  @Test
  void answer_unreadableAtTheLastDraw_isTheAnswer() {
    Interview interview = Interview.begin(plan(Arms.draws(plain(), 3)), STORY, 0);
    List<Draw> draws = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      draws.add(asked(interview).read(reply(" purple")));
      interview = interview.with(draws.getLast());
    }

    assertThat(draws)
        .extracting(Draw::finality)
        .containsExactly(
            Draw.Finality.ASKED_AGAIN, Draw.Finality.ASKED_AGAIN, Draw.Finality.ANSWER);
    assertThat(draws.getLast().finding().state()).isEqualTo(AnswerState.UNREADABLE);
    assertThat(draws.getLast().attempts()).isEqualTo(3);
    assertThat(interview.place()).isEqualTo(new Place(1, 0));
  }

  @Test
  void answer_refused_isAResultUnlessRefusalsAreAskedAgain() {
    Move.Ask<Draw> asked = asked(Interview.begin(plan(plain()), STORY, 0));
    Move.Ask<Draw> again = asked(Interview.begin(plan(Arms.reAsking(plain())), STORY, 0));

    assertThat(asked.read(reply(" I don't know")).finality()).isEqualTo(Draw.Finality.ANSWER);
    assertThat(again.read(reply(" I don't know")).finality()).isEqualTo(Draw.Finality.ASKED_AGAIN);
  }

  @Test
  void answer_atTemperatureZero_isAskedOnce() {
    ArmSpec cold = Arms.decoding(plain(), new DecodingChoice(0, 1, 128, 10));

    assertThat(asked(Interview.begin(plan(cold), STORY, 0)).read(reply(" purple")).finality())
        .isEqualTo(Draw.Finality.ANSWER);
  }

  @Test
  void tokens_whereTheyAreRead_areAskedForWithTheSameWordsAndSeed() {
    Prompt plain = asked(Interview.begin(plan(plain()), STORY, 0)).prompt();
    Prompt reading = asked(Interview.begin(plan(Arms.reading(plain())), STORY, 0)).prompt();

    assertThat(plain.decoding().topLogprobs()).isZero();
    assertThat(reading.decoding()).isEqualTo(plain.decoding().withTopLogprobs(20));
    assertThat(((Prompt.Text) reading).text()).isEqualTo(((Prompt.Text) plain).text());
  }

  @Test
  void tokens_ofADraw_areReadByTheOrderInWhichTheOptionsWereShown() {
    ArmPlan plan = plan(Arms.reading(shuffled()));
    for (int person = 0; person < 40; person++) {
      Persona persona = new Persona("b-" + person, "b-" + person, null, "A story.");
      Draw draw = asked(Interview.begin(plan, persona, 0)).read(replyOf(scored()));

      assertThat(draw.finding().option()).isEqualTo(draw.cell().order().originalAt(1));
      assertThat(draw.masses()).hasSize(draw.cell().order().size());
      assertThat(draw.masses().get(draw.cell().order().originalAt(0))).isCloseTo(.2, within(1e-12));
      assertThat(draw.masses().get(draw.cell().order().originalAt(1))).isCloseTo(.7, within(1e-12));
    }
  }

  @Test
  void tokens_whereNobodyAsksForThem_areNotRead() {
    assertThat(asked(Interview.begin(plan(plain()), STORY, 0)).read(replyOf(scored())).masses())
        .isEmpty();
    assertThat(
            asked(Interview.begin(plan(Arms.reading(plain())), STORY, 0))
                .failed(new Fault(Fault.Reason.CONTENT_FILTER, "", Allowance.NONE, null))
                .masses())
        .isEmpty();
    assertThat(plan(plain()).lacksProbabilities()).isFalse();
    ArmPlan unable =
        ArmPlan.of(
            Arms.reading(plain()),
            Specs.WAVE,
            new ArmPlan.Model(TestModels.PRICING, 0),
            OptionReaders.english());
    assertThat(unable.lacksProbabilities()).isTrue();
  }

  @Test
  void draw_cutByTheTokenLimit_isAskedAgain() {
    Draw draw =
        asked(Interview.begin(plan(plain()), STORY, 0))
            .read(replyOf(Reply.Choice.of(" well, let me think about", Reply.Finish.LENGTH)));

    assertThat(draw.finding().state()).isEqualTo(AnswerState.TRUNCATED);
    assertThat(draw.finality()).isEqualTo(Draw.Finality.ASKED_AGAIN);
  }

  @Test
  void fault_beforeAnyCall_isAnErrorWithoutAttempts() {
    Draw draw =
        asked(Interview.begin(plan(plain()), STORY, 0))
            .failed(new Fault(Fault.Reason.CONTEXT_LENGTH, "", Allowance.NONE, null));

    assertThat(draw.finding()).isEqualTo(Finding.without(AnswerState.ERROR, "context_length"));
    assertThat(draw.attempts()).isZero();
    assertThat(draw.isAnswer()).isTrue();
  }

  @Test
  void option_readUnderAnyOrder_isTheOneThatWasShown() {
    ArmPlan plan = plan(shuffled());
    for (int person = 0; person < 40; person++) {
      Persona persona = new Persona("b-" + person, "b-" + person, null, "A story.");
      Draw draw = asked(Interview.begin(plan, persona, 0)).read(reply(" (A)"));
      int shownFirst = draw.cell().order().originalAt(0);
      assertThat(draw.finding().option()).isEqualTo(shownFirst);
      assertThat(draw.finding().code())
          .isEqualTo(plan.item(draw.cell().question()).option(shownFirst).key());
    }
  }

  @Test
  void order_ofTwoPersonas_differs_andOfOnePersonaStays() {
    ArmPlan plan = plan(shuffled());

    assertThat(everything(plan, STORY, 0)).isEqualTo(everything(plan, STORY, 0));
    assertThat(questions(plan, STORY, 0))
        .isNotEqualTo(questions(plan, new Persona("b-2", "b-2", null, ""), 0));
    assertThat(questions(plan, STORY, 0)).isNotEqualTo(questions(plan, STORY, 1));
    assertThat(questions(plan, STORY, 0))
        .containsExactlyInAnyOrderElementsOf(Specs.survey().questions());
  }

  @Test
  void interview_continuedFromStoredDraws_asksWhatItWouldHaveAsked() {
    ArmPlan plan = plan(shuffled());
    Interview undisturbed = Interview.begin(plan, STORY, 0);
    List<Draw> stored = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Draw draw = asked(undisturbed).read(reply(i % 3 == 1 ? " purple" : " (B)"));
      stored.add(draw);
      undisturbed = undisturbed.with(draw);
    }
    Interview continued = Interview.begin(plan, STORY, 0);
    for (Draw draw : stored) {
      continued = continued.with(draw);
    }

    assertThat(continued.place()).isEqualTo(undisturbed.place());
    assertThat(asked(continued).prompt()).isEqualTo(asked(undisturbed).prompt());
  }

  @Test
  void question_whoseConditionIsNotMet_isSkippedWithoutACall() {
    ArmPlan plan = plan(plain());
    Interview interview = Interview.begin(plan, STORY, 0);
    List<AnswerState> states = new ArrayList<>();
    while (!(interview.move() instanceof Move.Finished)) {
      Draw draw =
          switch (interview.move()) {
            case Move.Tell<Draw>(Draw told) -> told;
            case Move.Ask<Draw> ask -> ask.read(reply(" (D)"));
            case Move.Halt<Draw> halt -> throw new IllegalStateException(halt.detail());
            case Move.Finished<Draw> finished -> throw new IllegalStateException();
          };
      states.add(draw.finding().state());
      interview = interview.with(draw);
    }

    long conditional = plan.questions().stream().filter(q -> q.askIf().isPresent()).count();
    assertThat(states).hasSize(plan.questions().size());
    assertThat(states.stream().filter(state -> state == AnswerState.SKIPPED).count())
        .isLessThanOrEqualTo(conditional);
  }

  @Test
  void conversation_ofSeveralTurns_alternatesAndReadsTheSameValues() {
    PromptFormat chat =
        new PromptFormat(Symbol.UPPER, Bracket.ROUND, Roles.NONE, Mode.CHAT_MULTI_TURN);
    ArmPlan turns = plan(Specs.withFormat(shuffled(), chat, "chat"));
    Interview interview = Interview.begin(turns, STORY, 0);
    for (int i = 0; i < 3; i++) {
      interview = interview.with(asked(interview).read(reply("(B)")));
    }
    Prompt.Chat prompt = (Prompt.Chat) asked(interview).prompt();

    assertThat(prompt.messages().stream().map(Message::role).map(Message.Role::wireName))
        .containsExactly("user", "assistant", "user", "assistant", "user", "assistant", "user");
    assertThat(prompt.messages().getFirst().content().toString()).startsWith(STORY.passage());
    assertThat(prompt.system().toString()).contains("Answer every question as that person would");
    assertThat(everything(turns, STORY, 0)).isEqualTo(everything(plan(shuffled()), STORY, 0));
  }

  @Test
  void chat_ofOneMessage_holdsTheGrowingText() {
    PromptFormat chat =
        new PromptFormat(Symbol.UPPER, Bracket.ROUND, Roles.QUESTION_ANSWER, Mode.CHAT);
    Interview interview = Interview.begin(plan(Specs.withFormat(plain(), chat, "chat")), STORY, 0);
    Interview growing = Interview.begin(plan(plain()), STORY, 0);
    for (int i = 0; i < 2; i++) {
      interview = interview.with(asked(interview).read(reply("(B)")));
      growing = growing.with(asked(growing).read(reply(" (B)")));
    }

    Prompt.Chat prompt = (Prompt.Chat) asked(interview).prompt();
    assertThat(prompt.messages()).hasSize(1);
    assertThat(prompt.messages().getFirst().content().toString()).isEqualTo(text(asked(growing)));
  }

  private static ArmPlan plan(ArmSpec spec) {
    return ArmPlan.of(spec, Specs.WAVE, TestModels.MODEL, OptionReaders.english());
  }

  private static ArmSpec shuffled() {
    return Specs.stories("natural");
  }

  private static ArmSpec plain() {
    SurveySpec survey = Specs.survey();
    return Arms.survey(
        Specs.stories("natural"),
        new SurveySpec(
            survey.wave(),
            survey.waveHash(),
            survey.questions(),
            1,
            true,
            false,
            false,
            true,
            true,
            OnNoValue.OMIT,
            false));
  }

  /** Question, order and code of every answer of an interview that always takes the last option. */
  private static List<String> everything(ArmPlan plan, Persona persona, int repeat) {
    return draws(
        plan,
        persona,
        repeat,
        draw -> draw.cell().question() + " " + draw.cell().order() + " " + draw.finding().code());
  }

  private static List<String> questions(ArmPlan plan, Persona persona, int repeat) {
    return draws(plan, persona, repeat, draw -> plan.questions().get(draw.cell().question()).id());
  }

  private static List<String> draws(
      ArmPlan plan, Persona persona, int repeat, Function<Draw, String> words) {
    List<Draw> draws = new ArrayList<>();
    Interview interview = Interview.begin(plan, persona, repeat);
    while (interview.move() instanceof Move.Ask<Draw> ask) {
      draws.add(ask.read(reply("(C)")));
      interview = interview.with(draws.getLast());
    }
    return draws.stream().map(words).collect(Collectors.toList());
  }

  /** The second of the options shown, with its probability and the first one's. */
  private static Reply.Choice scored() {
    List<Reply.Alternative> others =
        List.of(
            new Reply.Alternative(" B", Math.log(.7)), new Reply.Alternative(" A", Math.log(.2)));
    return new Reply.Choice(
        " B", Reply.Finish.STOP, List.of(new Reply.Token(" B", Math.log(.7), others)));
  }

  @SuppressWarnings("unchecked") // a question was expected, and the cast says so loudly
  private static Move.Ask<Draw> asked(Interview interview) {
    return (Move.Ask<Draw>) interview.move();
  }

  private static String text(Move.Ask<Draw> ask) {
    return ((Prompt.Text) ask.prompt()).text().toString();
  }

  private static Reply reply(String text) {
    return replyOf(Reply.Choice.of(text, Reply.Finish.STOP));
  }

  private static Reply replyOf(Reply.Choice choice) {
    return new Reply(
        List.of(choice),
        new Usage(100, 0, 3, 0, Usage.Source.REPORTED),
        "sim",
        Duration.ofMillis(1));
  }
}
