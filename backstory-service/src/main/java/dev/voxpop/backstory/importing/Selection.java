package dev.voxpop.backstory.importing;

import dev.voxpop.contracts.experiment.PoolChoice;
import dev.voxpop.contracts.identity.Seed;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a pool that an experiment uses, ascending by id.
 *
 * <p><b>Computes</b> the first n ids, or the n ids with the smallest keys {@code
 * derive("pool/<pool>/select/<id>")}: a simple random sample without replacement that depends on
 * seed, pool and ids alone, not on their order. Ties of keys go to the smaller id. Ids are compared
 * as numbers if all of them are numbers, else as texts. O(n log n).
 */
public final class Selection {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final String pool;
  private final Seed seed;

  private Selection(String pool, Seed seed) {
    this.pool = pool;
    this.seed = seed;
  }

  /** Selections from one pool with one seed. */
  public static Selection from(String pool, Seed seed) {
    return new Selection(pool, seed);
  }

  /** The chosen ids, ascending; all of them without a choice. */
  public List<String> pick(Collection<String> ids, PoolChoice.@Nullable Selection choice) {
    Comparator<String> byId = order(ids);
    List<String> ascending = ids.stream().sorted(byId).toList();
    if (choice == null) {
      return ascending;
    }
    Integer sample = choice.sample();
    if (sample != null) {
      return ascending.stream()
          .sorted(Comparator.comparing(this::key, Long::compareUnsigned).thenComparing(byId))
          .limit(sample)
          .sorted(byId)
          .toList();
    }
    Integer first = choice.first();
    return first == null ? ascending : ascending.stream().limit(first).toList();
  }

  private long key(String id) {
    return seed.derive("pool/" + pool + "/select/" + id);
  }

  private static Comparator<String> order(Collection<String> ids) {
    boolean numbers = ids.stream().allMatch(id -> NUMBER.matcher(id).matches());
    return numbers
        ? Comparator.<String, BigInteger>comparing(BigInteger::new)
            .thenComparing(Comparator.naturalOrder())
        : Comparator.naturalOrder();
  }
}
