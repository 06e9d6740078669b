package dev.voxpop.contracts.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole study as its author wrote it, with the defaults that need no look at the world.
 *
 * <p>What depends on the world (the only sample of a wave, its question sets, the size of a pool)
 * is null or empty here and is settled when the experiment is admitted.
 *
 * @param id the experiment's id; the workflow id when the document has none
 * @param seed 0 … 2⁵³−1
 * @param pools by name, in document order
 * @param matchings by name, in document order
 * @param priority 1 (last) … 5 (first)
 * @param pilot interview only the first n of each roster
 * @param audit an arm that is asked again in several ways; null = none
 */
public record ExperimentDocument(
    String apiVersion,
    Study study,
    String id,
    @Nullable String title,
    @Nullable String notes,
    long seed,
    SurveyChoice survey,
    SampleChoice sample,
    ModelAliases models,
    @Nullable PromptFormat format,
    DecodingChoice decoding,
    TraitChoice traits,
    Map<String, PoolChoice> pools,
    Map<String, MatchingChoice> matchings,
    List<ArmChoice> arms,
    AnalysisChoice analysis,
    BudgetLimit budget,
    int priority,
    @Nullable Integer pilot,
    boolean confirm,
    Compatibility compat,
    boolean dryRun,
    @Nullable AuditChoice audit) {

  /** Copies the collections, keeping their order. */
  public ExperimentDocument {
    pools = Collections.unmodifiableMap(new LinkedHashMap<>(pools));
    matchings = Collections.unmodifiableMap(new LinkedHashMap<>(matchings));
    arms = List.copyOf(arms);
  }
}
