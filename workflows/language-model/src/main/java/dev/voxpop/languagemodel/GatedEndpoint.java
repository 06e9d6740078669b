package dev.voxpop.languagemodel;

import static dev.voxpop.contracts.failure.FailureType.MODEL_AUTH_FAILED;
import static dev.voxpop.contracts.failure.FailureType.MODEL_RATE_LIMITED;
import static dev.voxpop.contracts.failure.FailureType.WORKER_STOPPING;

import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * An endpoint that lets calls through its gate and at its pace, and tells the gate how they ended.
 *
 * <p>It is the decorator around a bare model, whatever its adapter: a fake in a test gets the same
 * seats, checks and limits as a provider.
 */
public final class GatedEndpoint implements ModelEndpoint {

  private static final Duration SLICE = Duration.ofMillis(500);

  private final ModelFacts facts;
  private final Pricing pricing;
  private final LanguageModel model;
  private final CallGate gate;
  private final Limits limits;
  private final Pace pace;
  private final PromptCheck check;
  private final AuthBreaker breaker;

  /**
   * What an alias may be asked per minute.
   *
   * @param nanos a clock that never steps back
   */
  public record Limits(OptionalLong calls, OptionalLong tokens, LongSupplier nanos) {

    /** No limit. */
    public static Limits none() {
      return new Limits(OptionalLong.empty(), OptionalLong.empty(), System::nanoTime);
    }
  }

  private GatedEndpoint(ModelFacts facts, Pricing pricing, LanguageModel model, Limits limits) {
    this.facts = facts;
    this.pricing = pricing;
    this.model = model;
    this.gate = CallGate.of(facts.maxConcurrency());
    this.limits = limits;
    this.pace = Pace.perMinute(limits.calls(), limits.tokens());
    this.check = new PromptCheck(facts);
    this.breaker = new AuthBreaker(facts.alias(), limits.nanos());
  }

  /** An endpoint around {@code model}. */
  public static GatedEndpoint of(
      ModelFacts facts, Pricing pricing, LanguageModel model, Limits limits) {
    return new GatedEndpoint(facts, pricing, model, limits);
  }

  @Override
  public ModelFacts facts() {
    return facts;
  }

  @Override
  public Pricing pricing() {
    return pricing;
  }

  @Override
  public CallGate gate() {
    return gate;
  }

  @Override
  public Seat enter(String experiment) {
    try {
      return new HeldSeat(gate.enter(experiment), () -> true);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  @Override
  public Optional<Seat> enter(String experiment, Duration patience) {
    try {
      return gate.enter(experiment, patience).map(place -> new HeldSeat(place, () -> true));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  @Override
  public Optional<Seat> enter(String experiment, BooleanSupplier wanted) {
    try {
      return gate.enter(experiment, SLICE, wanted).map(place -> new HeldSeat(place, wanted));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private Reply ask(Prompt prompt, BooleanSupplier wanted) {
    check.check(prompt, estimateTokens(prompt));
    keepPace(prompt, wanted);
    breaker.check();
    int mark = gate.mark();
    try {
      Reply reply = model.ask(prompt);
      gate.succeeded();
      return reply;
    } catch (ModelFailure failure) {
      learn(failure, mark);
      throw failure;
    }
  }

  private void learn(ModelFailure failure, int mark) {
    if (failure.type() == MODEL_RATE_LIMITED) {
      gate.refused(mark);
    } else if (failure.type() == MODEL_AUTH_FAILED) {
      breaker.refused();
    }
  }

  private void keepPace(Prompt prompt, BooleanSupplier wanted) {
    long tokens = worstCase(prompt).tokens();
    Duration wait = pace.admit(limits.nanos().getAsLong(), tokens);
    while (wait.isPositive()) {
      if (!wanted.getAsBoolean()) {
        throw ModelFailure.of(
                MODEL_RATE_LIMITED,
                "A call of model alias \""
                    + facts.alias()
                    + "\" waited for its pace until it was no longer wanted.")
            .retryAfter(wait)
            .unsent()
            .failure();
      }
      pause(wait.compareTo(SLICE) < 0 ? wait : SLICE);
      wait = pace.admit(limits.nanos().getAsLong(), tokens);
    }
  }

  private void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private ModelFailure interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return ModelFailure.of(
            WORKER_STOPPING, "Interrupted while waiting for model alias \"" + facts.alias() + "\".")
        .unsent()
        .cause(cause)
        .failure();
  }

  private final class HeldSeat implements Seat {
    private final CallGate.Place place;
    private final BooleanSupplier wanted;

    private HeldSeat(CallGate.Place place, BooleanSupplier wanted) {
      this.place = place;
      this.wanted = wanted;
    }

    @Override
    public Reply ask(Prompt prompt) {
      return GatedEndpoint.this.ask(prompt, wanted);
    }

    @Override
    public void close() {
      place.close();
    }
  }
}
