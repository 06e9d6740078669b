package dev.voxpop.worker.plan;

import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.ModelAliases;
import dev.voxpop.contracts.experiment.PoolChoice;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.PromptFormat;
import dev.voxpop.contracts.experiment.SampleSpec;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The pools that arms and matchings need, each settled when it is first asked for. */
final class Pools {

  private final ExperimentDocument document;
  private final Facts facts;
  private final SampleSpec sample;
  private final Map<String, PoolSpec> specs = new LinkedHashMap<>();

  Pools(ExperimentDocument document, Facts facts, SampleSpec sample) {
    this.document = document;
    this.facts = facts;
    this.sample = sample;
  }

  /** All that were asked for, in the order of asking. */
  Collection<PoolSpec> needed() {
    return specs.values();
  }

  PoolSpec named(String name) {
    PoolSpec known = specs.get(name);
    if (known == null) {
      known = newPool(name, Objects.requireNonNull(Defaults.pools(document).get(name)));
      specs.put(name, known);
    }
    return known;
  }

  private PoolSpec newPool(String name, PoolChoice chosen) {
    PoolChoice source = settledSource(chosen);
    SampleSpec people = source.prime() == null ? null : sample;
    ModelAliases models = document.models();
    PromptFormat format = Defaults.format(facts, models.stories(), document.format());
    int stories = stories(source);
    String id =
        isWhole(source)
            ? Objects.requireNonNull(source.imported()).pool()
            : SpecHash.id(
                "p",
                source,
                stories,
                people == null ? "" : people.draw(),
                document.seed(),
                format,
                facts.identity(models.stories()),
                facts.identity(models.judge()),
                facts.identity(models.critic()));
    return new PoolSpec(id, name, document.seed(), stories, source, people, models, format);
  }

  /** A part of an imported pool is a pool of its own; the whole of it keeps its id. */
  private static boolean isWhole(PoolChoice source) {
    PoolChoice.Import imported = source.imported();
    return imported != null && imported.minTokens() == 0 && source.select() == null;
  }

  private PoolChoice settledSource(PoolChoice chosen) {
    PoolChoice.Prime prime = chosen.prime();
    return prime == null
        ? chosen
        : new PoolChoice(
            null,
            new PoolChoice.Prime(
                prime.style(), Defaults.priming(prime.traits(), facts.wave().mappedTraits())),
            null,
            chosen.select());
  }

  private int stories(PoolChoice source) {
    if (source.generate() != null) {
      Integer chosen = source.generate().stories();
      return chosen == null ? Math.min(sample.people(), 1000) : chosen;
    }
    return source.imported() == null
        ? sample.people()
        : facts.pools().getOrDefault(source.imported().pool(), 0);
  }
}
