package dev.voxpop.worker.plan;

import dev.voxpop.contracts.experiment.ArmChoice;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.AuditSpec;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.MatchingChoice;
import dev.voxpop.contracts.experiment.MatchingSpec;
import dev.voxpop.contracts.experiment.ModelAliases;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.PromptFormat;
import dev.voxpop.contracts.experiment.RakingSpec;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.contracts.experiment.SurveyChoice;
import dev.voxpop.contracts.experiment.SurveySpec;
import dev.voxpop.contracts.experiment.TraitChoice;
import dev.voxpop.contracts.experiment.TraitSpec;
import dev.voxpop.contracts.run.CheckReport.WaveFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settles a checked document: every default written out, every name with the hash of what it stands
 * for. Only what an arm needs is settled, so nothing unused is ever bought.
 */
final class Resolver {

  private final ExperimentDocument document;
  private final Facts facts;
  private final SampleSpec sample;
  private final SurveySpec survey;
  private final List<String> traits;
  private final Pools pools;
  private final Map<String, MatchingSpec> matchings = new LinkedHashMap<>();

  private Resolver(ExperimentDocument document, Facts facts) {
    this.document = document;
    this.facts = facts;
    this.sample = sample();
    this.pools = new Pools(document, facts, sample);
    this.survey = survey(document.survey());
    this.traits = Defaults.traits(document.traits().use(), facts.wave().mappedTraits());
  }

  /** The document with everything settled; needs {@link Facts#complete}. */
  static Settled settle(ExperimentDocument document, Facts facts) {
    return new Resolver(document, facts).settle();
  }

  private Settled settle() {
    List<ArmSpec> arms = new ArrayList<>();
    Defaults.arms(document).forEach(chosen -> arms.add(arm(chosen, document.pilot())));
    Optional<AuditCells> cells = AuditCells.of(document, facts);
    cells.ifPresent(audit -> audit.arms().forEach(cell -> arms.add(arm(cell, audit.pilot()))));
    AuditSpec audit = cells.map(AuditCells::spec).orElse(null);
    TraitSpec askable = traitSpec();
    List<RakingSpec> rakings =
        new Rakings(document, sample, askable, traits).of(arms, matchings.values());
    TraitSpec asked = matchings.isEmpty() && rakings.isEmpty() ? null : askable;
    List<PoolSpec> poolSpecs = firstOf(pools.needed(), PoolSpec::pool);
    List<MatchingSpec> matchingSpecs = firstOf(matchings.values(), MatchingSpec::matching);
    String hash =
        SpecHash.full(
            document.title(),
            sample,
            survey,
            poolSpecs,
            asked,
            matchingSpecs,
            rakings,
            arms,
            document.analysis());
    return new Settled(
        audit == null ? hash : SpecHash.full(hash, audit),
        sample,
        survey,
        poolSpecs,
        asked,
        matchingSpecs,
        rakings,
        arms,
        document.analysis(),
        audit);
  }

  private SampleSpec sample() {
    var known = facts.sample();
    var chosen = document.sample();
    WaveFacts wave = facts.wave();
    String draw =
        SpecHash.id(
            "d",
            known.sample(),
            known.sampleHash(),
            wave.waveHash(),
            chosen.size(),
            chosen.include(),
            chosen.exclude(),
            document.seed());
    return new SampleSpec(
        draw,
        known.sample(),
        known.sampleHash(),
        wave.wave(),
        wave.waveHash(),
        chosen.size(),
        chosen.include(),
        chosen.exclude(),
        document.seed(),
        known.people());
  }

  private SurveySpec survey(SurveyChoice chosen) {
    WaveFacts wave = facts.wave();
    return new SurveySpec(
        wave.wave(),
        wave.waveHash(),
        wave.questions(),
        chosen.repeats(),
        either(chosen.inSeries(), wave.inSeries()),
        either(chosen.randomiseQuestions(), wave.randomiseQuestions()),
        either(chosen.randomiseOptions(), wave.randomiseOptions()),
        either(chosen.consistencyLine(), wave.consistencyLine()),
        either(chosen.forcingLine(), wave.forcingLine()),
        chosen.onNoValue(),
        chosen.reAskRefusals());
  }

  private TraitSpec traitSpec() {
    var choice = document.traits();
    var settled =
        new TraitChoice(
            traitsOfMatchings(),
            choice.method(),
            choice.samples(),
            choice.reader(),
            choice.orders(),
            choice.orderMode(),
            choice.refusalOption(),
            choice.minValidMass());
    ModelAliases models = document.models();
    PromptFormat format = Defaults.format(facts, models.interview(), document.format());
    String key =
        SpecHash.full(
                settled,
                format,
                facts.identity(models.interview()),
                facts.identity(models.reader()),
                document.seed(),
                facts.wave().waveHash())
            .substring(0, 16);
    return new TraitSpec(key, settled, format, models, document.seed());
  }

  private List<String> traitsOfMatchings() {
    Stream<String> own =
        Defaults.matchings(document).values().stream().flatMap(m -> m.traits().stream());
    return Stream.concat(traits.stream(), own).distinct().toList();
  }

  private MatchingSpec matching(String name) {
    MatchingSpec known = matchings.get(name);
    if (known == null) {
      known = newMatching(name, Objects.requireNonNull(Defaults.matchings(document).get(name)));
      matchings.put(name, known);
    }
    return known;
  }

  private MatchingSpec newMatching(String name, MatchingChoice chosen) {
    PoolSpec pool = pools.named(chosen.pool());
    MatchingChoice settled =
        new MatchingChoice(
            chosen.pool(),
            chosen.method(),
            chosen.traits().isEmpty() ? traits : chosen.traits(),
            chosen.include(),
            chosen.exclude(),
            chosen.reuseCap(),
            chosen.capacity(),
            chosen.allowUnmatched(),
            chosen.onZero(),
            chosen.onUndetermined(),
            chosen.smoothing(),
            chosen.tieBreak(),
            chosen.objective(),
            chosen.straddling());
    TraitSpec asked = traitSpec();
    String id = SpecHash.id("m", pool.pool(), asked.key(), settled, sample.draw(), document.seed());
    return new MatchingSpec(id, name, pool.pool(), asked.key(), settled, sample, document.seed());
  }

  private ArmSpec arm(ArmChoice chosen, @Nullable Integer pilot) {
    ModelAliases models = chosen.models() == null ? document.models() : chosen.models();
    PromptFormat format = Defaults.format(document, facts, chosen);
    SurveySpec asked = chosen.survey() == null ? survey : survey(chosen.survey());
    var decoding = chosen.decoding() == null ? document.decoding() : chosen.decoding();
    MatchingSpec pairing = chosen.matching() == null ? null : matching(chosen.matching());
    String stories = chosen.stories() == null ? null : pools.named(chosen.stories()).pool();
    String pool = pairing == null ? stories : pairing.pool();
    String matching = pairing == null ? null : pairing.matching();
    String hash =
        SpecHash.full(
            chosen.id(),
            chosen.baseline(),
            pool,
            matching,
            chosen.append(),
            sample.draw(),
            asked,
            format,
            decoding,
            facts.identity(models.interview()),
            traits,
            document.seed());
    return new ArmSpec(
        document.id(),
        chosen.id(),
        hash,
        chosen.baseline(),
        pool,
        matching,
        chosen.append(),
        chosen.weights(),
        sample,
        asked,
        format,
        decoding,
        models,
        traits,
        document.seed(),
        pilot);
  }

  /** Equal specifications under several names are one. */
  private static <T> List<T> firstOf(Collection<T> specs, Function<T, String> id) {
    Map<String, T> byId = new LinkedHashMap<>();
    specs.forEach(spec -> byId.putIfAbsent(id.apply(spec), spec));
    return List.copyOf(byId.values());
  }

  private static boolean either(@Nullable Boolean chosen, boolean otherwise) {
    return chosen == null ? otherwise : chosen;
  }
}
