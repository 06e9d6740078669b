package dev.voxpop.survey.demographics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.contracts.bulk.TraitRow;
import dev.voxpop.contracts.event.AnswerState;
import dev.voxpop.contracts.experiment.ModelAliases;
import dev.voxpop.contracts.experiment.OrderMode;
import dev.voxpop.contracts.experiment.PromptFormat;
import dev.voxpop.contracts.experiment.TraitChoice;
import dev.voxpop.contracts.experiment.TraitMethod;
import dev.voxpop.contracts.experiment.TraitSpec;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.instrument.file.Shipped;
import dev.voxpop.interviewing.Fault;
import dev.voxpop.interviewing.Move;
import dev.voxpop.languagemodel.Pricing;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Usage;
import dev.voxpop.survey.interview.OptionReaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraitSurveyTest {
  private static final TraitSurvey.Subject STORY =
      new TraitSurvey.Subject("b-1", "Question: Who are you?\n\nAnswer: I am a sailor.");
  private static final int SAMPLES = 40;

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 7, 40, 128})
  void draws_splitToAnyLimit_areFortyWithNumbersFromZero(int maxN) {
    List<TraitResult> results = survey(plan("gender", maxN), prompt -> "(A)");

    List<Integer> numbers =
        results.stream()
            .flatMap(
                result ->
                    IntStream.range(0, result.draws().size()).mapToObj(i -> result.firstDraw() + i))
            .toList();
    assertThat(numbers).isEqualTo(IntStream.range(0, SAMPLES).boxed().toList());
    assertThat(results).hasSize(Math.ceilDiv(SAMPLES, maxN));
    assertThat(results.stream().map(r -> r.question().seed()).distinct()).hasSize(results.size());
    assertThat(results.getLast().standing()).isEqualTo(TraitResult.Standing.FINISHED);
  }

  @Test
  void request_ofATrait_followsThePassageWithoutConsistencyLine() {
    TraitSurvey survey = TraitSurvey.begin(plan("gender", 40), STORY);

    assertThat(text(asked(survey)))
        .startsWith(STORY.passage() + "\n\nQuestion: ")
        .contains("Prefer not to answer")
        .endsWith("\nAnswer:");
    assertThat(asked(survey).prompt().decoding().choices()).isEqualTo(40);
    assertThat(asked(survey).prompt().decoding().maxTokens()).isEqualTo(128);
  }

  @Test
  void party_alwaysTheFirstMark_isHalfAndHalf() {
    List<TraitResult> results = survey(plan("party", 40), prompt -> "(A)");

    TraitRow row = row("party", results);
    assertThat(row.counts()).startsWith(20, 20).endsWith(0);
    assertThat(row.probabilities()).startsWith(0.5, 0.5);
  }

  @Test
  void party_shownTheOtherWayRound_namesTheFirstOneFirst() {
    List<String> prompts = new ArrayList<>();
    survey(
        plan("party", 40),
        prompt -> {
          prompts.add(prompt);
          return "Democrat";
        });

    assertThat(prompts).hasSize(2);
    assertThat(prompts.get(0))
        .contains("are you a Democrat, a Republican")
        .contains("(A) Democrat\n(B) Republican")
        .contains("in keeping with everything");
    assertThat(prompts.get(1))
        .contains("are you a Republican, a Democrat")
        .contains("(A) Republican\n(B) Democrat");
  }

  @Test
  void party_answeredInWords_isTheSameUnderEveryOrder() {
    assertThat(row("party", survey(plan("party", 40), prompt -> "Republican")).counts())
        .isEqualTo(List.of(0, 40, 0, 0, 0, 0));
  }

  @Test
  void party_orderedPerPersona_isAskedInOneOrder() {
    TraitPlan plan = plan("party", 40, TraitMethod.SAMPLED, OrderMode.PER_PERSONA);

    assertThat(survey(plan, prompt -> "(A)")).hasSize(1);
  }

  @Test
  void reader_findsTheTrait_endsItWithoutSampling() {
    TraitPlan plan = plan("age_4", 40);
    Reply reading = reply("\"I am 52\" says so.\n\n(C)\n", Reply.Finish.STOP);

    TraitSurvey survey = TraitSurvey.begin(plan, STORY);
    assertThat(asked(survey).alias()).isEqualTo("reader");
    TraitResult found = asked(survey).read(reading);
    TraitRow row = row("age_4", List.of(found));

    assertThat(survey.with(found).move()).isInstanceOf(Move.Finished.class);
    assertThat(row.source()).isEqualTo("reader");
    assertThat(row.draws()).isEqualTo(1);
    assertThat(row.probabilities()).containsExactly(0.0, 0.0, 1.0, 0.0);
    assertThat(found.draws().getFirst().raw()).contains("I am 52");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(E) Was not mentioned",
        "The letter (C) was named, but I am not sure.\nI don't know",
        "(A) or (B)",
        "(G)",
        ""
      })
  void reader_findsNothingClear_leavesItToTheSamples(String reading) {
    TraitSurvey survey = TraitSurvey.begin(plan("age_4", 40), STORY);

    TraitResult notFound = asked(survey).read(reply(reading, Reply.Finish.STOP));

    assertThat(asked(survey.with(notFound)).alias()).isEqualTo("default");
    assertThat(notFound.standing()).isEqualTo(TraitResult.Standing.GOES_ON);
  }

  @Test
  void reader_cutByTheTokenLimit_leavesItToTheSamples() {
    TraitSurvey survey = TraitSurvey.begin(plan("age_4", 40), STORY);

    TraitResult cut = asked(survey).read(reply("(C)", Reply.Finish.LENGTH));

    assertThat(TraitSurvey.found(cut)).isFalse();
  }

  @Test
  void reader_isToldTheStoryUnchanged() {
    Prompt.Chat prompt = (Prompt.Chat) asked(TraitSurvey.begin(plan("age_4", 40), STORY)).prompt();

    assertThat(prompt.messages().getFirst().content().toString())
        .contains("\n\n" + STORY.passage() + "\n\n")
        .contains("(E) Was not mentioned");
    assertThat(prompt.decoding().temperature()).isZero();
    assertThat(prompt.decoding().maxTokens()).isEqualTo(256);
  }

  @Test
  void protectedTrait_isNeverRead() {
    assertThat(asked(TraitSurvey.begin(plan("race", 40), STORY)).alias()).isEqualTo("default");
    assertThat(asked(TraitSurvey.begin(plan("party", 40), STORY)).alias()).isEqualTo("default");
  }

  @Test
  void request_failed_isAnErrorForEveryDraw() {
    TraitResult failed =
        asked(TraitSurvey.begin(plan("gender", 40), STORY))
            .failed(new Fault(Fault.Reason.CONTENT_FILTER, "no", Allowance.NONE, null));

    TraitRow row = row("gender", List.of(failed));
    assertThat(failed.draws()).hasSize(40);
    assertThat(row.unreadable()).isEqualTo(40);
    assertThat(row.probabilities()).isNull();
  }

  @Test
  void request_fewerChoicesThanAsked_recordsTheMissingAsErrors() {
    TraitResult result =
        asked(TraitSurvey.begin(plan("gender", 40), STORY)).read(reply("(A)", Reply.Finish.STOP));

    assertThat(result.draws()).hasSize(40);
    assertThat(result.draws().stream().filter(d -> d.state() == AnswerState.ERROR)).hasSize(39);
  }

  @Test
  void distribution_countsEveryRefusalInItsPlace() {
    List<String> said = List.of("(A)", "(A)", "purple", "I'd rather not say", "I don't know");
    TraitResult result =
        asked(TraitSurvey.begin(plan("gender", 5, 5), STORY))
            .read(
                new Reply(
                    said.stream().map(text -> Reply.Choice.of(text, Reply.Finish.STOP)).toList(),
                    new Usage(1, 0, 1, 0, Usage.Source.REPORTED),
                    "sim",
                    Duration.ZERO));

    TraitRow row = row("gender", List.of(result));
    assertThat(row.counts()).isEqualTo(List.of(2, 0, 0, 2));
    assertThat(row.unreadable()).isEqualTo(1);
    assertThat(row.draws()).isEqualTo(5);
    assertThat(row.probabilities()).containsExactly(1.0, 0.0, 0.0);
  }

  @Test
  void logProbabilities_promptEndsWithTheOpeningBracket() {
    TraitPlan plan = plan("gender", 40, TraitMethod.LOGPROB, OrderMode.BALANCED);

    Move.Ask<TraitResult> ask = asked(TraitSurvey.begin(plan, STORY));

    assertThat(text(ask)).endsWith("\nAnswer: (");
    assertThat(ask.prompt().decoding().topLogprobs()).isEqualTo(20);
  }

  @Test
  void logProbabilities_ofSeveralTokensOfOneOption_areAdded() {
    TraitPlan plan = plan("gender", 40, TraitMethod.LOGPROB, OrderMode.BALANCED);

    TraitResult result =
        asked(TraitSurvey.begin(plan, STORY)).read(tokens(" A", .5, "A", .1, "(B", .2, " the", .1));
    TraitRow row = row("gender", List.of(result));

    assertThat(result.masses().get(0)).isCloseTo(.6, within(1e-12));
    assertThat(result.masses().get(1)).isCloseTo(.2, within(1e-12));
    assertThat(row.probabilities()).isNotNull();
    assertThat(row.probabilities().get(0)).isCloseTo(.75, within(1e-12));
    assertThat(row.probabilities().get(1)).isCloseTo(.25, within(1e-12));
    assertThat(row.source()).isEqualTo("logprob");
  }

  @Test
  void logProbabilities_hardlyOnAnyOption_areUndetermined() {
    TraitPlan plan = plan("gender", 40, TraitMethod.LOGPROB, OrderMode.BALANCED);

    TraitResult result =
        asked(TraitSurvey.begin(plan, STORY)).read(tokens(" A", .02, " B", .02, " the", .9));

    assertThat(row("gender", List.of(result)).probabilities()).isNull();
  }

  @Test
  void survey_continuedFromStoredResults_asksWhatItWouldHaveAsked() {
    TraitPlan plan = plan(List.of("age_4", "gender", "party"), 8, SAMPLES);
    List<TraitResult> stored = new ArrayList<>();
    TraitSurvey undisturbed = TraitSurvey.begin(plan, STORY);
    for (int i = 0; i < 7; i++) {
      stored.add(asked(undisturbed).read(reply("(B)", Reply.Finish.STOP)));
      undisturbed = undisturbed.with(stored.getLast());
    }
    TraitSurvey continued = TraitSurvey.begin(plan, STORY);
    for (TraitResult result : stored) {
      continued = continued.with(result);
    }

    assertThat(asked(continued).prompt()).isEqualTo(asked(undisturbed).prompt());
  }

  private static List<TraitResult> survey(TraitPlan plan, Function<String, String> model) {
    List<TraitResult> results = new ArrayList<>();
    TraitSurvey survey = TraitSurvey.begin(plan, STORY);
    while (survey.move() instanceof Move.Ask<TraitResult> ask) {
      String said = model.apply(ask.prompt() instanceof Prompt.Text ? text(ask) : "");
      int choices = ask.prompt().decoding().choices();
      results.add(
          ask.read(
              new Reply(
                  Collections.nCopies(choices, Reply.Choice.of(said, Reply.Finish.STOP)),
                  new Usage(1, 0, 1, 0, Usage.Source.REPORTED),
                  "sim",
                  Duration.ZERO)));
      survey = survey.with(results.getLast());
    }
    return results;
  }

  private static TraitRow row(String trait, List<TraitResult> results) {
    return TraitDistribution.of(Shipped.traits().require(trait), 0.05).row("b-1", results);
  }

  private static TraitPlan plan(String trait, int maxN) {
    return plan(List.of(trait), maxN, SAMPLES);
  }

  private static TraitPlan plan(String trait, int maxN, int samples) {
    return plan(List.of(trait), maxN, samples);
  }

  private static TraitPlan plan(String trait, int maxN, TraitMethod method, OrderMode orderMode) {
    return plan(
        maxN, new TraitChoice(List.of(trait), method, SAMPLES, true, 1, orderMode, true, 0.05));
  }

  private static TraitPlan plan(List<String> traits, int maxN, int samples) {
    return plan(
        maxN,
        new TraitChoice(
            traits, TraitMethod.SAMPLED, samples, true, 1, OrderMode.BALANCED, true, 0.05));
  }

  private static TraitPlan plan(int maxN, TraitChoice choice) {
    ModelAliases aliases = new ModelAliases("default", "default", "default", "reader", "default");
    return TraitPlan.of(
        new TraitSpec("0123456789abcdef", choice, PromptFormat.DEFAULT, aliases, 7),
        new TraitPlan.Instrument(Shipped.traits(), Shipped.phrases(), OptionReaders.english()),
        new TraitPlan.Models(
            facts("default", "completion", Math.min(maxN, 128)),
            facts("reader", "chat", 1),
            Pricing.UNKNOWN,
            Pricing.UNKNOWN));
  }

  private static ModelFacts facts(String alias, String kind, int maxN) {
    return new ModelFacts(alias, "sim", kind, 8192, maxN, 20, true, 64, null, null, true);
  }

  @SuppressWarnings("unchecked") // a request was expected, and the cast says so loudly
  private static Move.Ask<TraitResult> asked(TraitSurvey survey) {
    return (Move.Ask<TraitResult>) survey.move();
  }

  private static String text(Move.Ask<TraitResult> ask) {
    return ((Prompt.Text) ask.prompt()).text().toString();
  }

  private static Reply reply(String text, Reply.Finish finish) {
    return new Reply(
        List.of(Reply.Choice.of(text, finish)),
        new Usage(1, 0, 1, 0, Usage.Source.REPORTED),
        "sim",
        Duration.ZERO);
  }

  private static Reply tokens(Object... tokensAndMasses) {
    List<Reply.Alternative> alternatives = new ArrayList<>();
    for (int i = 0; i < tokensAndMasses.length; i += 2) {
      double mass = (Double) tokensAndMasses[i + 1];
      alternatives.add(new Reply.Alternative((String) tokensAndMasses[i], Math.log(mass)));
    }
    Reply.Choice choice =
        new Reply.Choice(
            " A", Reply.Finish.LENGTH, List.of(new Reply.Token(" A", -1, alternatives)));
    return new Reply(
        List.of(choice), new Usage(1, 0, 1, 0, Usage.Source.REPORTED), "sim", Duration.ZERO);
  }
}
