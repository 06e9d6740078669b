package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiment.MatchingSpec;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.RakingSpec;
import dev.voxpop.contracts.experiment.TraitSpec;
import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.matching.MatchPersonas;
import dev.voxpop.contracts.matching.MatchReceipt;
import dev.voxpop.contracts.matching.RakePersonas;
import dev.voxpop.contracts.matching.RakeReceipt;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.workflow.PoolOutcome;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What arms are made of: pools with their stories' traits, pairs of stories and people, weights of
 * personas. Each begins as soon as what it needs is there.
 */
final class Supplies {

  private static final PoolOutcome NO_POOL = new PoolOutcome(null, Allowance.NONE, false);

  private final Admission admission;
  private final Map<String, Promise<PoolOutcome>> pools = new LinkedHashMap<>();
  private final Map<String, Promise<Optional<MatchReceipt>>> matchings = new LinkedHashMap<>();
  private final List<Promise<Optional<RakeReceipt>>> rakings = new ArrayList<>();

  private Supplies(Admission admission) {
    this.admission = admission;
  }

  /** Begins all of them. */
  static Supplies begin(Admission admission, Offspring offspring) {
    Supplies supplies = new Supplies(admission);
    supplies.writePools(offspring);
    supplies.matchPersonas();
    supplies.rakePersonas();
    return supplies;
  }

  private void writePools(Offspring offspring) {
    for (PoolSpec pool : admission.pools()) {
      TraitSpec traits = questioned(pool.pool()) ? admission.traits() : null;
      pools.put(
          pool.pool(), Async.function(() -> offspring.writePool(pool, traits).orElse(NO_POOL)));
    }
  }

  /** Whether a pool's stories are asked for their traits. */
  private boolean questioned(String pool) {
    return admission.matchings().stream().anyMatch(m -> m.pool().equals(pool))
        || admission.rakings().stream().anyMatch(r -> r.pool().equals(pool));
  }

  private void matchPersonas() {
    for (MatchingSpec matching : admission.matchings()) {
      Promise<PoolOutcome> pool = Objects.requireNonNull(pools.get(matching.pool()));
      matchings.put(
          matching.matching(),
          Async.function(() -> pool.get().complete() ? match(matching) : Optional.empty()));
    }
  }

  private static Optional<MatchReceipt> match(MatchingSpec matching) {
    return Optional.of(
        Stages.matching("match " + matching.name()).match(new MatchPersonas(matching)));
  }

  private void rakePersonas() {
    for (RakingSpec raking : admission.rakings()) {
      rakings.add(
          Async.function(
              () -> there(raking.pool(), raking.matching()) ? rake(raking) : Optional.empty()));
    }
  }

  /** A raking that finds no weights is an outcome; the report says why. */
  private Optional<RakeReceipt> rake(RakingSpec raking) {
    String of = name(raking);
    RakeReceipt receipt = Stages.matching("weights of " + of).rake(new RakePersonas(raking));
    if (receipt.problem() != null) {
      Workflow.getLogger(Supplies.class).warn("No weights of {}: {}", of, receipt.problem());
    }
    return Optional.of(receipt);
  }

  private String name(RakingSpec raking) {
    return admission.matchings().stream()
        .filter(matching -> matching.matching().equals(raking.matching()))
        .map(MatchingSpec::name)
        .findFirst()
        .or(
            () ->
                admission.pools().stream()
                    .filter(pool -> pool.pool().equals(raking.pool()))
                    .map(PoolSpec::name)
                    .findFirst())
        .orElse(raking.pool());
  }

  /** Waits for pairs or stories, whichever is named; false when they could not be had. */
  boolean there(@Nullable String pool, @Nullable String matching) {
    return matching != null
        ? Objects.requireNonNull(matchings.get(matching)).get().isPresent()
        : pool == null || Objects.requireNonNull(pools.get(pool)).get().complete();
  }

  void awaitPools() {
    Promise.allOf(List.copyOf(pools.values())).get();
  }

  void awaitPairsAndWeights() {
    Promise.allOf(List.copyOf(matchings.values())).get();
    Promise.allOf(rakings).get();
  }

  /** What the pools have spent. */
  Allowance settled() {
    return pools.values().stream()
        .map(pool -> pool.get().settled())
        .reduce(Allowance.NONE, Allowance::plus);
  }
}
