package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.BatchReceipt.BatchEnd;
import dev.voxpop.contracts.run.Spending;
import dev.voxpop.contracts.run.SteeringMode;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rows of a fake stage: cells by place, what they cost by workflow path, and the control rows.
 * A cell that is there is never bought again, and every cell costs one call.
 */
final class Shelf {

  private static final int TOKENS_PER_CALL = 100;

  private final Map<String, SteeringMode> modes = new ConcurrentHashMap<>();
  private final Map<String, Long> cells = new TreeMap<>();
  private final Map<String, Map<String, Long>> calls = new TreeMap<>();

  /** One batch: where its cells are, how many units and cells it has. */
  record Place(String experiment, String path, String batch, int units, long cells) {

    String key() {
      return path + " " + batch;
    }
  }

  void steer(String experiment, SteeringMode mode) {
    modes.put(experiment, mode);
  }

  /** Works on a batch as the control row says, as far as the allowance reaches. */
  BatchReceipt work(Place place, Allowance allowance) {
    return switch (modes.getOrDefault(place.experiment(), SteeringMode.RUN)) {
      case RUN -> buy(place, allowance);
      case PAUSE -> Tallies.ended(BatchEnd.PAUSED, place.units());
      case STOP -> Tallies.ended(BatchEnd.STOPPED, place.units());
    };
  }

  private synchronized BatchReceipt buy(Place place, Allowance allowance) {
    long before = at(place);
    long affordable = Math.min(allowance.calls(), allowance.tokens() / TOKENS_PER_CALL);
    long bought = Math.min(place.cells() - before, affordable);
    cells.put(place.key(), before + bought);
    calls
        .computeIfAbsent(place.experiment(), key -> new TreeMap<>())
        .merge(place.path(), bought, Long::sum);
    boolean done = before + bought == place.cells();
    return new BatchReceipt(
        done ? BatchEnd.DONE : BatchEnd.NEEDS_GRANT,
        done ? place.units() : 0,
        done ? 0 : place.units(),
        bought,
        0,
        price(bought),
        0,
        0,
        null,
        "");
  }

  private static Allowance price(long bought) {
    return new Allowance(bought, bought * TOKENS_PER_CALL, 0);
  }

  synchronized long at(Place place) {
    return cells.getOrDefault(place.key(), 0L);
  }

  /** Cells at all places of a path. */
  synchronized long of(String path) {
    return cells.entrySet().stream()
        .filter(place -> place.getKey().startsWith(path + " "))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Calls that were paid for, over all paths of an experiment. */
  synchronized long calls(String experiment) {
    return calls.getOrDefault(experiment, Map.of()).values().stream().mapToLong(c -> c).sum();
  }

  synchronized long cells() {
    return cells.values().stream().mapToLong(Long::longValue).sum();
  }

  synchronized Spending spending(String experiment) {
    Map<String, Allowance> spent = new TreeMap<>();
    calls.getOrDefault(experiment, Map.of()).forEach((path, n) -> spent.put(path, price(n)));
    return new Spending(spent);
  }
}
