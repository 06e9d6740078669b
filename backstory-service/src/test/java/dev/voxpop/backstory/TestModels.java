package dev.voxpop.backstory;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.languagemodel.GatedEndpoint;
import dev.voxpop.languagemodel.LanguageModel;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.Models;
import dev.voxpop.languagemodel.Pricing;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Usage;
import dev.voxpop.languagemodel.config.ConfiguredModels;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The configured models, and some that are written here. */
@Alternative
@Priority(1)
@Singleton
public class TestModels implements Models {

  private final ConfiguredModels configured;
  private final Map<String, ModelEndpoint> own = new ConcurrentHashMap<>();
  final AtomicInteger calls = new AtomicInteger();

  @Inject
  TestModels(ConfiguredModels configured) {
    this.configured = configured;
    own.put("few-texts", endpoint("few-texts", 1, TestModels::oneOfFour));
    own.put("down", endpoint("down", 1, TestModels::outage));
    own.put("narrow", narrow());
  }

  @Override
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(configured.names());
    names.addAll(own.keySet());
    return names;
  }

  @Override
  public Optional<ModelEndpoint> find(String alias) {
    return Optional.ofNullable(own.get(alias)).or(() -> configured.find(alias));
  }

  /** A model with one place, so that everything happens one after the other. */
  private ModelEndpoint narrow() {
    return GatedEndpoint.of(
        facts("narrow", "completion", 128, 1),
        Pricing.UNKNOWN,
        prompt -> {
          calls.incrementAndGet();
          return configured.byAlias("base").enter("inner").ask(prompt);
        },
        GatedEndpoint.Limits.none());
  }

  private ModelEndpoint endpoint(String alias, int maxN, LanguageModel model) {
    LanguageModel counted =
        prompt -> {
          calls.incrementAndGet();
          return model.ask(prompt);
        };
    return GatedEndpoint.of(
        facts(alias, "completion", maxN, 8),
        new Pricing(OptionalLong.of(1_000_000), OptionalLong.empty(), OptionalLong.of(2_000_000)),
        counted,
        GatedEndpoint.Limits.none());
  }

  private static ModelFacts facts(String alias, String kind, int maxN, int places) {
    return new ModelFacts(
        alias, "test", kind, 32_768, maxN, 0, true, places, 1_000_000L, 2_000_000L, true);
  }

  private static Reply oneOfFour(Prompt prompt) {
    List<Reply.Choice> choices = new ArrayList<>();
    int seed = prompt.decoding().seed().orElse(0);
    choices.add(Reply.Choice.of(" I live in house  number " + seed % 4 + ".", Reply.Finish.STOP));
    return new Reply(
        choices, new Usage(10, 0, 5, 0, Usage.Source.REPORTED), "test", Duration.ofMillis(1));
  }

  private static Reply outage(Prompt prompt) {
    throw ModelFailure.of(FailureType.MODEL_UNAVAILABLE, "nobody there")
        .status(503)
        .retryAfter(Duration.ofSeconds(7))
        .failure();
  }
}
