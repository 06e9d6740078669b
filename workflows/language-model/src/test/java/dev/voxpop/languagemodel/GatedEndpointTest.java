package dev.voxpop.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GatedEndpointTest {

  private static final ModelFacts FACTS =
      new ModelFacts("a", "m", "completion", 1000, 2, 5, true, 4, 2_000_000L, 8_000_000L, false);
  private static final Pricing PRICING =
      new Pricing(OptionalLong.of(2_000_000), OptionalLong.of(500_000), OptionalLong.of(8_000_000));
  private static final Prompt PROMPT = Prompt.Text.of("12345", Decoding.ofMaxTokens(10));

  private static GatedEndpoint endpoint(LanguageModel model) {
    return GatedEndpoint.of(FACTS, PRICING, model, GatedEndpoint.Limits.none());
  }

  private static Reply reply(Prompt prompt) {
    return new Reply(
        List.of(Reply.Choice.of("x", Reply.Finish.STOP)),
        new Usage(100, 40, 3, 0, Usage.Source.REPORTED),
        "m",
        Duration.ofMillis(1));
  }

  @Test
  void worstCase_isEstimatedPromptPlusAllOutput() {
    GatedEndpoint endpoint = endpoint(GatedEndpointTest::reply);
    assertThat(endpoint.worstCase(PROMPT)).isEqualTo(new Allowance(1, 12, 84));
    Prompt two = Prompt.Text.of("12345", Decoding.ofMaxTokens(10).withChoices(2));
    assertThat(endpoint.worstCase(two)).isEqualTo(new Allowance(1, 22, 164));
  }

  @Test
  void settlement_followsReplyAndCharge() {
    GatedEndpoint endpoint = endpoint(GatedEndpointTest::reply);
    Purse purse = Purse.of(Allowance.WITHOUT_LIMIT);
    endpoint.settle(purse.reserve(endpoint.worstCase(PROMPT)).orElseThrow(), reply(PROMPT));
    assertThat(purse.settled()).isEqualTo(new Allowance(1, 103, 60 * 2 + 20 + 24));
    settle(endpoint, purse, ModelFailure.of(FailureType.MODEL_REJECTED, "m").failure());
    assertThat(purse.settled().calls()).isEqualTo(2);
    settle(endpoint, purse, ModelFailure.of(FailureType.MODEL_REJECTED, "m").unsent().failure());
    assertThat(purse.settled()).isEqualTo(new Allowance(2, 103, 164));
    settle(
        endpoint,
        purse,
        ModelFailure.of(FailureType.MODEL_UNAVAILABLE, "m").maybeCharged().failure());
    assertThat(purse.settled()).isEqualTo(new Allowance(3, 115, 164 + 84));
    assertThat(purse.lostCalls()).isEqualTo(1);
    assertThat(purse.reserved()).isEqualTo(Allowance.NONE);
  }

  private static void settle(GatedEndpoint endpoint, Purse purse, ModelFailure failure) {
    endpoint.settle(purse.reserve(endpoint.worstCase(PROMPT)).orElseThrow(), failure);
  }

  @Test
  void answerCost_knowsNoCache() {
    Usage usage = new Usage(100, 40, 3, 0, Usage.Source.REPORTED);
    assertThat(PRICING.withoutDiscount(usage)).isEqualTo(224);
    assertThat(Pricing.UNKNOWN.billed(usage)).isZero();
    assertThat(Pricing.UNKNOWN.isKnown()).isFalse();
  }

  @Test
  void seat_heldForAnInterview_makesManyCallsWithoutWaiting() {
    GatedEndpoint endpoint = endpoint(GatedEndpointTest::reply);
    try (Seat seat = endpoint.enter("e")) {
      for (int i = 0; i < 50; i++) {
        seat.ask(PROMPT);
      }
      assertThat(endpoint.gate().held()).isEqualTo(1);
    }
    assertThat(endpoint.gate().held()).isZero();
  }

  @Test
  void seat_noLongerWanted_isGivenUp() {
    GatedEndpoint endpoint =
        GatedEndpoint.of(
            new ModelFacts("a", "m", "completion", 1000, 1, 0, true, 1, null, null, false),
            Pricing.UNKNOWN,
            GatedEndpointTest::reply,
            GatedEndpoint.Limits.none());
    try (Seat held = endpoint.enter("e")) {
      assertThat(held).isNotNull();
      assertThat(endpoint.enter("e", () -> false)).isEmpty();
      assertThat(endpoint.enter("e", Duration.ZERO)).isEmpty();
    }
    assertThat(endpoint.gate().held()).isZero();
  }

  @Test
  void seat_waitingWhenInterrupted_failsAsStopping() {
    GatedEndpoint endpoint = endpoint(GatedEndpointTest::reply);
    endpoint.gate().setConcurrency(1);
    try (Seat held = endpoint.enter("e")) {
      assertThat(held).isNotNull();
      Thread.currentThread().interrupt();
      ModelFailure failure =
          catchThrowableOfType(ModelFailure.class, () -> endpoint.enter("e").close());
      assertThat(failure.type()).isEqualTo(FailureType.WORKER_STOPPING);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void prompt_beyondTheFacts_isADefectOfTheCaller() {
    GatedEndpoint endpoint = endpoint(GatedEndpointTest::reply);
    Decoding plain = Decoding.ofMaxTokens(1);
    try (Seat seat = endpoint.enter("e")) {
      for (Prompt prompt :
          List.of(
              Prompt.Chat.of("x", plain),
              Prompt.Text.of("x", plain.withChoices(3)),
              Prompt.Text.of("x", plain.withTopLogprobs(6)))) {
        assertThatThrownBy(() -> seat.ask(prompt))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\nMaybe ");
      }
    }
  }

  @Test
  void prompt_thatDoesNotFit_isNotSent() {
    AtomicLong calls = new AtomicLong();
    GatedEndpoint endpoint =
        endpoint(
            prompt -> {
              calls.incrementAndGet();
              return reply(prompt);
            });
    try (Seat seat = endpoint.enter("e")) {
      seat.ask(Prompt.Text.of("x".repeat(3960), Decoding.ofMaxTokens(10)));
      ModelFailure failure =
          catchThrowableOfType(
              ModelFailure.class,
              () -> seat.ask(Prompt.Text.of("x".repeat(3961), Decoding.ofMaxTokens(10))));
      assertThat(failure.type()).isEqualTo(FailureType.CONTEXT_TOO_LONG);
    }
    assertThat(calls.get()).isEqualTo(1);
  }

  @Test
  void pace_usedUp_givesTheCallBackWhenItIsNoLongerWanted() {
    GatedEndpoint endpoint =
        GatedEndpoint.of(
            FACTS,
            PRICING,
            GatedEndpointTest::reply,
            new GatedEndpoint.Limits(OptionalLong.of(1), OptionalLong.empty(), () -> 0));
    try (Seat seat = endpoint.enter("e", () -> false).orElseThrow()) {
      seat.ask(PROMPT);
      ModelFailure failure = catchThrowableOfType(ModelFailure.class, () -> seat.ask(PROMPT));
      assertThat(failure.type()).isEqualTo(FailureType.MODEL_RATE_LIMITED);
      assertThat(failure.charge()).isEqualTo(ModelFailure.Charge.UNSENT);
      assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(59));
    }
    assertThat(endpoint.gate().limit()).isEqualTo(4);
  }

  @Test
  void key_refused_holdsBackAllCallsForAWhile() {
    AtomicLong calls = new AtomicLong();
    AtomicLong now = new AtomicLong();
    GatedEndpoint endpoint =
        GatedEndpoint.of(
            FACTS,
            PRICING,
            prompt -> {
              calls.incrementAndGet();
              throw ModelFailure.of(FailureType.MODEL_AUTH_FAILED, "m").status(401).failure();
            },
            new GatedEndpoint.Limits(OptionalLong.empty(), OptionalLong.empty(), now::get));
    for (int i = 0; i < 5; i++) {
      assertThat(authFailure(endpoint).charge())
          .isEqualTo(i == 0 ? ModelFailure.Charge.NONE : ModelFailure.Charge.UNSENT);
    }
    assertThat(calls.get()).isEqualTo(1);
    now.set(AuthBreaker.OPEN.toNanos());
    assertThat(authFailure(endpoint).status()).isEqualTo(401);
    assertThat(calls.get()).isEqualTo(2);
  }

  private static ModelFailure authFailure(ModelEndpoint endpoint) {
    try (Seat seat = endpoint.enter("e")) {
      ModelFailure failure = catchThrowableOfType(ModelFailure.class, () -> seat.ask(PROMPT));
      assertThat(failure.type()).isEqualTo(FailureType.MODEL_AUTH_FAILED);
      return failure;
    }
  }
}
