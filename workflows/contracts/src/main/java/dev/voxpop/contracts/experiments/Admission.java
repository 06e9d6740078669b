package dev.voxpop.contracts.experiments;

import dev.voxpop.contracts.experiment.AnalysisChoice;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.AuditSpec;
import dev.voxpop.contracts.experiment.MatchingSpec;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.RakingSpec;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.contracts.experiment.SurveySpec;
import dev.voxpop.contracts.experiment.TraitSpec;
import dev.voxpop.contracts.run.Allowance;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of an admitted experiment, everything settled.
 *
 * @param outcome what the claim said
 * @param run counts the runs of this experiment, from 0
 * @param traits how traits are asked; null when no matching or raking needs them
 * @param rakings of raked arms; a message without them has none
 * @param arms arms to interview, in document order
 * @param settledBefore what earlier runs of this experiment have spent
 * @param priority 1 (last) … 5 (first)
 * @param paused whether an earlier run of this experiment was paused by its operator
 * @param concurrency what operators ordered for model aliases, in this run or an earlier one
 * @param searchAttributes names of the search attributes that may be set
 * @param audit which of the arms are the cells of an audit; null = none
 */
public record Admission(
    Outcome outcome,
    String experiment,
    int run,
    @Nullable String title,
    String documentHash,
    String codeVersion,
    long seed,
    SampleSpec sample,
    SurveySpec survey,
    List<PoolSpec> pools,
    @Nullable TraitSpec traits,
    List<MatchingSpec> matchings,
    List<RakingSpec> rakings,
    List<ArmSpec> arms,
    AnalysisChoice analysis,
    Plan plan,
    Allowance settledBefore,
    int priority,
    boolean paused,
    boolean simulated,
    Map<String, Integer> concurrency,
    List<String> searchAttributes,
    @Nullable AuditSpec audit) {

  /** Generations of the children of run n begin at n times this. */
  public static final int STARTS_PER_RUN = 100;

  /** Copies the collections, the map sorted. */
  public Admission {
    pools = List.copyOf(pools);
    matchings = List.copyOf(matchings);
    rakings = List.copyOf(Objects.requireNonNullElse(rakings, List.of()));
    arms = List.copyOf(arms);
    concurrency = Collections.unmodifiableSortedMap(new TreeMap<>(concurrency));
    searchAttributes = List.copyOf(searchAttributes);
  }

  /** What the claim said. */
  public enum Outcome {
    /** A dry run: nothing is claimed and nothing may be bought. */
    PLANNED,
    /** The experiment is new and belongs to this run. */
    CLAIMED,
    /** An earlier run ended early, or arms were added: this run buys what is missing. */
    RESUMED,
    /** Nothing is missing; only the report may be written anew. */
    FINISHED
  }
}
