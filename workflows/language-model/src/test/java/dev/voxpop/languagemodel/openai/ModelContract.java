package dev.voxpop.languagemodel.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.Message;
import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.PromptText;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Reply.Choice;
import dev.voxpop.languagemodel.Reply.Finish;
import dev.voxpop.languagemodel.Seat;
import dev.voxpop.languagemodel.Usage;
import dev.voxpop.languagemodel.openai.ModelSettings.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every OpenAI-compatible server must give through either adapter. */
abstract class ModelContract {

  static final Endpoints ENDPOINTS =
      Endpoints.with(InstantSource.system(), new SplittableRandom(7));

  /** Where the server is, with the path of the version. */
  abstract URI baseUrl();

  /** A model that the server has, for this kind of prompt. */
  abstract String model(Kind kind);

  /** Whether several choices come back when several are asked for. */
  abstract boolean givesSeveralChoices();

  /** Whether the server knows its models by name. */
  abstract boolean refusesUnknownModels();

  Reply ask(Prompt prompt) {
    Kind kind = prompt instanceof Prompt.Text ? Kind.COMPLETION : Kind.CHAT;
    return ask(prompt, model(kind));
  }

  private Reply ask(Prompt prompt, String model) {
    Kind kind = prompt instanceof Prompt.Text ? Kind.COMPLETION : Kind.CHAT;
    try (Seat seat =
        ENDPOINTS
            .open(
                TestSettings.of(baseUrl(), kind)
                    .model(model)
                    .callTimeout(Duration.ofMinutes(1))
                    .settings())
            .enter("contract")) {
      return seat.ask(prompt);
    }
  }

  private static Prompt.Text text(Decoding decoding) {
    return Prompt.Text.of(
        "Question: How often do you read a newspaper?\n(A) Daily\n(B) Weekly\n(C) Never\nAnswer: (",
        decoding);
  }

  private static Prompt.Chat chat(Decoding decoding) {
    return new Prompt.Chat(
        PromptText.of("You answer as a retired teacher."),
        List.of(
            Message.user("Do you read a newspaper?"),
            Message.assistant("Yes."),
            Message.user("How often?\n(A) Daily\n(B) Weekly\nAnswer with the letter.")),
        decoding);
  }

  private static void assertPlausible(Reply reply) {
    assertThat(reply.choices()).hasSize(1);
    assertThat(reply.usage().source()).isEqualTo(Usage.Source.REPORTED);
    assertThat(reply.usage().input()).isPositive();
    assertThat(reply.usage().output()).isNotNegative();
    assertThat(reply.model()).isNotEmpty();
    assertThat(reply.latency()).isPositive();
  }

  @Test
  void text_oneChoice_comesWithUsageAndModel() {
    assertPlausible(ask(text(Decoding.ofMaxTokens(8).withSeed(1))));
  }

  @Test
  void chat_oneChoice_comesWithUsageAndModel() {
    assertPlausible(ask(chat(Decoding.ofMaxTokens(8).withSeed(1))));
  }

  @Test
  void text_severalChoices_comeInOneReply() {
    Reply reply = ask(text(Decoding.ofMaxTokens(8).withSeed(1).withChoices(4)));
    assertThat(reply.choices()).hasSize(givesSeveralChoices() ? 4 : 1);
  }

  @Test
  void chat_severalChoices_comeInOneReply() {
    Reply reply = ask(chat(Decoding.ofMaxTokens(8).withSeed(1).withChoices(4)));
    assertThat(reply.choices()).hasSize(givesSeveralChoices() ? 4 : 1);
  }

  @Test
  void text_sameSeed_sameText() {
    Prompt prompt = text(Decoding.ofMaxTokens(12).withSeed(5));
    assertThat(ask(prompt).first().text()).isEqualTo(ask(prompt).first().text());
  }

  @Test
  void chat_sameSeed_sameText() {
    Prompt prompt = chat(Decoding.ofMaxTokens(12).withSeed(5));
    assertThat(ask(prompt).first().text()).isEqualTo(ask(prompt).first().text());
  }

  @Test
  void text_oneTokenAtMost_endsByLength() {
    Reply reply =
        ask(Prompt.Text.of("Tell me about yourself. Well,", Decoding.ofMaxTokens(1).withSeed(3)));
    assertThat(reply.first().finish()).isEqualTo(Finish.LENGTH);
    assertThat(reply.usage().output()).isLessThanOrEqualTo(1);
  }

  @Test
  void text_topLogprobs_areSortedProbabilities() {
    assertLogprobs(ask(text(Decoding.ofMaxTokens(2).withSeed(3).withTopLogprobs(5))).first());
  }

  @Test
  void chat_topLogprobs_areSortedProbabilities() {
    assertLogprobs(ask(chat(Decoding.ofMaxTokens(2).withSeed(3).withTopLogprobs(5))).first());
  }

  private static void assertLogprobs(Choice choice) {
    assertThat(choice.tokens()).isNotEmpty();
    choice
        .tokens()
        .forEach(
            token -> {
              assertThat(token.logprob()).isLessThanOrEqualTo(0);
              assertThat(token.alternatives()).isNotEmpty().hasSizeLessThanOrEqualTo(10);
              double mass = 0;
              double last = 0;
              for (Reply.Alternative other : token.alternatives()) {
                assertThat(other.logprob()).isLessThanOrEqualTo(last);
                last = other.logprob();
                mass += Math.exp(other.logprob());
              }
              assertThat(mass).isLessThanOrEqualTo(1 + 1e-6);
            });
  }

  @Test
  void text_stopString_isNotPartOfTheText() {
    Prompt prompt = text(Decoding.ofMaxTokens(12).withSeed(4).withStops(List.of("\n", "w")));
    assertThat(ask(prompt).first().text()).doesNotContain("\n").doesNotContain("w");
  }

  @Test
  void unknownModel_isRejected() {
    assumeTrue(refusesUnknownModels());
    for (Prompt prompt : List.of(text(Decoding.ofMaxTokens(4)), chat(Decoding.ofMaxTokens(4)))) {
      assertThatThrownBy(() -> ask(prompt, "no-such-model"))
          .isInstanceOfSatisfying(
              ModelFailure.class,
              failure -> {
                assertThat(failure.type()).isEqualTo(FailureType.MODEL_REJECTED);
                assertThat(failure.status()).isEqualTo(404);
                assertThat(failure.raw()).contains("model");
              });
    }
  }

  @Test
  void longPrompt_isRefusedBeforeTheCall() {
    Prompt prompt = Prompt.Text.of("x".repeat(8193), Decoding.ofMaxTokens(1));
    assertThatThrownBy(() -> ask(prompt))
        .isInstanceOfSatisfying(
            ModelFailure.class,
            failure -> {
              assertThat(failure.type()).isEqualTo(FailureType.CONTEXT_TOO_LONG);
              assertThat(failure.charge()).isEqualTo(ModelFailure.Charge.UNSENT);
            });
  }
}
