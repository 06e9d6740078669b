package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiment.ModelAliases;
import dev.voxpop.contracts.experiments.Admission;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many calls of each model alias may be in flight: what a person ordered, under a ceiling for
 * all after an outage.
 *
 * <p>Stages keep what an order leaves out. So once there was a ceiling, here or in an earlier run,
 * every alias is named, those that nobody limits as {@link #OPEN}, which no stage configures.
 */
final class Throttle {

  static final int OPEN = 10_000;

  private final Map<String, Integer> ordered = new TreeMap<>();
  private final Set<String> aliases = new TreeSet<>();
  private int ceiling = OPEN;
  private boolean named;

  /** Takes over the aliases of a run and what an earlier run of the experiment was ordered. */
  void begin(Admission admission) {
    admission.arms().forEach(arm -> aliases.addAll(names(arm.models())));
    admission.pools().forEach(pool -> aliases.addAll(names(pool.models())));
    admission.concurrency().forEach(ordered::putIfAbsent);
    named = admission.run() > 0;
  }

  private static Collection<String> names(ModelAliases models) {
    return List.of(
        models.interview(), models.stories(), models.judge(), models.reader(), models.critic());
  }

  void order(String alias, int n) {
    ordered.put(alias, n);
  }

  void ceiling(int most) {
    ceiling = most;
    named = true;
  }

  /** What the stages are told. */
  Map<String, Integer> inForce() {
    Map<String, Integer> all = new TreeMap<>(ordered);
    if (named) {
      aliases.forEach(alias -> all.putIfAbsent(alias, OPEN));
      all.replaceAll((alias, n) -> Math.min(n, ceiling));
    }
    return all;
  }
}
