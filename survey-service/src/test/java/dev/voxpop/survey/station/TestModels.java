package dev.voxpop.survey.station;

import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.languagemodel.GatedEndpoint;
import dev.voxpop.languagemodel.LanguageModel;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.Models;
import dev.voxpop.languagemodel.Pricing;
import dev.voxpop.survey.interview.ArmPlan;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Models by alias: {@code default} continues texts, {@code chat} answers messages. */
public final class TestModels implements Models {
  public static final Pricing PRICING =
      new Pricing(OptionalLong.of(150_000), OptionalLong.empty(), OptionalLong.of(600_000));

  public static final ArmPlan.Model MODEL = new ArmPlan.Model(PRICING, 20);

  private final SortedMap<String, ModelEndpoint> endpoints;

  private TestModels(Map<String, ModelEndpoint> endpoints) {
    this.endpoints = new TreeMap<>(endpoints);
  }

  public static TestModels of(LanguageModel model, int concurrency) {
    return new TestModels(
        Map.of(
            "default", endpoint(model, "default", "completion", concurrency),
            "chat", endpoint(model, "chat", "chat", concurrency)));
  }

  private static ModelEndpoint endpoint(
      LanguageModel model, String alias, String kind, int concurrency) {
    ModelFacts facts =
        new ModelFacts(
            alias, "sim", kind, 8192, 40, 20, true, concurrency, 150_000L, 600_000L, true);
    return GatedEndpoint.of(facts, PRICING, model, GatedEndpoint.Limits.none());
  }

  @Override
  public SortedSet<String> names() {
    return new TreeSet<>(endpoints.keySet());
  }

  @Override
  public Optional<ModelEndpoint> find(String alias) {
    return Optional.ofNullable(endpoints.get(alias));
  }
}
