package dev.voxpop.matching.population;

import dev.voxpop.matching.assignment.Personas;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The choice of k personas whose pooled label shares come near margins.
 *
 * <p>Minimises D(S) = Σ_t d(m_t, v̄_t(S)), v̄ = mean of the chosen personas' masses. Starts from
 * the best of 200 seeded random choices and exchanges one chosen for one other persona while that
 * lowers D by more than 10⁻⁹, taking for each chosen persona in turn the best partner; so D never
 * rises and the end is no worse than those random choices. O(k · (M − k) · labels) per pass; a
 * local optimum, not a global one.
 *
 * <p>Fedorov, V. V. (1972). Theory of optimal experiments. Academic Press (exchange procedure).
 */
public final class MarginExchange {

  private static final int RANDOM_CHOICES = 200;
  private static final double LEAST_GAIN = 1e-9;

  private final double[] targets;
  private final double[][] rows;
  private final Distance distance;
  private final int size;

  private MarginExchange(double[] targets, double[][] rows, Distance distance, int size) {
    this.targets = targets;
    this.rows = rows;
    this.distance = distance;
    this.size = size;
  }

  /** Returns a chooser of {@code size} personas. */
  public static MarginExchange of(
      Personas personas, List<TraitMargin> margins, Distance distance, int size) {
    if (size < 1 || size > personas.size()) {
      throw new IllegalArgumentException(
          "%d of %d personas cannot be chosen.\nMaybe choose fewer?"
              .formatted(size, personas.size()));
    }
    Memberships members = Memberships.of(personas, margins, Membership.FRACTIONAL);
    double[] targets =
        margins.stream()
            .flatMap(margin -> margin.shares().stream())
            .mapToDouble(Double::doubleValue)
            .toArray();
    double[][] rows = new double[personas.size()][targets.length];
    int place = 0;
    for (int trait = 0; trait < margins.size(); trait++) {
      for (int label = 0; label < margins.get(trait).shares().size(); label++) {
        double mass = 0;
        for (int persona = 0; persona < rows.length; persona++) {
          rows[persona][place] = members.of(trait, label, persona);
          mass += rows[persona][place];
        }
        refuseEmpty(margins.get(trait), label, mass, distance);
        place++;
      }
    }
    return new MarginExchange(targets, rows, distance, size);
  }

  /**
   * Returns the choice.
   *
   * @param seed decides the random choices
   * @param mostSwaps exchanges after which the search stops
   */
  public SubPool choose(long seed, int mostSwaps) {
    var random = new SplittableRandom(seed);
    int[] start = {};
    double[] found = new double[RANDOM_CHOICES];
    double best = Double.POSITIVE_INFINITY;
    for (int choice = 0; choice < RANDOM_CHOICES; choice++) {
      int[] order = shuffled(random);
      found[choice] = of(Arrays.copyOf(order, size));
      if (choice == 0 || found[choice] < best) {
        best = found[choice];
        start = order;
      }
    }
    Arrays.sort(found);
    var search = new Search(start);
    search.run(mostSwaps);
    int[] chosen = Arrays.copyOf(search.order, size);
    Arrays.sort(chosen);
    return new SubPool(
        Arrays.stream(chosen).boxed().toList(),
        of(chosen),
        of(IntStream.range(0, rows.length).toArray()),
        (found[RANDOM_CHOICES / 2 - 1] + found[RANDOM_CHOICES / 2]) / 2,
        found[0],
        search.swaps,
        search.complete);
  }

  private static void refuseEmpty(TraitMargin margin, int label, double mass, Distance distance) {
    boolean needed = distance == Distance.KULLBACK_LEIBLER && margin.shares().get(label) > 0;
    if (needed && mass == 0) {
      throw new IllegalArgumentException(
          "No persona has label \"%s\" of trait \"%s\".\nMaybe use the squared distance, or collapse labels?"
              .formatted(margin.trait().labels().get(label), margin.trait().trait()));
    }
  }

  private int[] shuffled(SplittableRandom random) {
    int[] order = IntStream.range(0, rows.length).toArray();
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int held = order[i];
      order[i] = order[other];
      order[other] = held;
    }
    return order;
  }

  /** Returns D of a set of personas. */
  double of(int[] personas) {
    double[] sums = new double[targets.length];
    for (int persona : personas) {
      for (int place = 0; place < sums.length; place++) {
        sums[place] += rows[persona][place];
      }
    }
    double sum = 0;
    for (int place = 0; place < sums.length; place++) {
      sum += distance.of(targets[place], sums[place] / personas.length);
    }
    return sum;
  }

  /** Personas in an order whose first {@code size} are chosen. */
  private final class Search {

    private final int[] order;
    private final double[] sums = new double[targets.length];
    private double current;
    private int swaps;
    private boolean complete;

    Search(int[] order) {
      this.order = order;
      for (int i = 0; i < size; i++) {
        for (int place = 0; place < sums.length; place++) {
          sums[place] += rows[order[i]][place];
        }
      }
      this.current = of(Arrays.copyOf(order, size));
    }

    void run(int mostSwaps) {
      boolean improved = true;
      while (improved && swaps < mostSwaps) {
        improved = false;
        for (int out = 0; out < size && swaps < mostSwaps; out++) {
          improved |= exchange(out);
        }
      }
      complete = !improved;
    }

    private boolean exchange(int out) {
      double best = Double.isInfinite(current) ? current : current - LEAST_GAIN;
      int partner = -1;
      for (int in = size; in < order.length; in++) {
        double candidate = after(rows[order[out]], rows[order[in]]);
        if (candidate < best) {
          best = candidate;
          partner = in;
        }
      }
      if (partner < 0) {
        return false;
      }
      for (int place = 0; place < sums.length; place++) {
        sums[place] += rows[order[partner]][place] - rows[order[out]][place];
      }
      int held = order[out];
      order[out] = order[partner];
      order[partner] = held;
      current = best;
      swaps++;
      return true;
    }

    private double after(double[] out, double[] in) {
      double sum = 0;
      for (int place = 0; place < targets.length; place++) {
        double share = Math.max(0, sums[place] - out[place] + in[place]) / size;
        sum += distance.of(targets[place], share);
      }
      return sum;
    }
  }
}
