package dev.voxpop.matching.assignment;

import java.util.Arrays;

/**
 * An auction in which personas bid for slots of groups, made exact by cancelling cycles.
 *
 * <p>Computes the same optimum as {@link ShortestAugmentingPath}, for instances in which most
 * weights are positive. Every place of a persona is a bidder, every human of a group a slot;
 * surplus places go to a group of value 0, surplus humans get bidders of value 0. A bidder offers
 * its best profit over the second best, plus ε, for the cheapest slot of its best group; ε shrinks
 * by a factor of five per phase, prices are kept. The result is within (number of slots) · ε of the
 * optimum.
 *
 * <p>Then, in whole numbers, {@link GroupCycles} moves bidders around cycles of groups while that
 * gains anything, and its potentials are the duals: y(j) = w(g, j) − p(g) ≥ w(h, j) − p(h) for the
 * persona's group g and every other h. So the result is exact whatever the auction did.
 *
 * <p>Deterministic: bidders queue in seeded order. O(bids · groups) and O(groups²) memory.
 *
 * <ol>
 *   <li>Bertsekas, D. P., Castañon, D. A. (1989). The auction algorithm for the transportation
 *       problem. Annals of Operations Research 20, 67–96. doi:10.1007/BF02216923
 *   <li>Klein, M. (1967). A primal method for minimal cost flows. Management Science 14(3),
 *       205–220. doi:10.1287/mnsc.14.3.205
 * </ol>
 */
final class GroupAuction implements Assignment {

  /** More groups than this would need too much memory for the graph of groups. */
  static final int MOST_GROUPS = 4_000;

  private static final double FACTOR = 0.2;
  private static final double FIRST = 0.01;
  private static final double LAST = 1e-5;

  private final Workers workers;

  GroupAuction(Workers workers) {
    this.workers = workers;
  }

  @Override
  public Plan solve(Transport transport) {
    var market = Market.of(transport);
    double mean = market.meanBest();
    double epsilon = mean * FIRST;
    while (epsilon > mean * LAST) {
      market.phase(epsilon);
      epsilon *= FACTOR;
    }
    market.phase(Math.max(mean * LAST, Double.MIN_NORMAL));
    return new GroupCycles(market, transport.problem(), workers).solve(transport);
  }

  /** Bidders, slots and prices. */
  static final class Market {

    private final SplitWeights weights;
    private final int[] sizes;
    private final int[] personaOfBidder;
    private final Slots slots;
    private final double[] prices;
    private final double[] lowestPrices;
    private final int[] partOfGroup;
    private final int[] usualParts;
    private final int groups;
    private int best;
    private double first;
    private double second;

    private Market(SplitWeights weights, int groups, int[] sizes, int[] personaOfBidder) {
      this.weights = weights;
      this.groups = groups;
      this.sizes = sizes;
      this.personaOfBidder = personaOfBidder;
      this.slots = new Slots(sizes);
      this.prices = new double[sizes.length];
      this.lowestPrices = new double[weights.parts()];
      this.partOfGroup = weights.partOfGroup();
      this.usualParts = new int[personaOfBidder.length];
    }

    /** Makes as many bidders as slots. */
    static Market of(Transport transport) {
      Problem problem = transport.problem();
      int humans = problem.humans().size();
      int places = transport.capacity() * problem.personas().size();
      int[] sizes = new int[problem.groups() + (places > humans ? 1 : 0)];
      Arrays.setAll(
          sizes, group -> group < problem.groups() ? problem.size(group) : places - humans);
      int[] personas = new int[Math.max(places, humans)];
      Arrays.fill(personas, Slots.NOBODY);
      int bidder = 0;
      for (int persona : transport.order().personas()) {
        for (int place = 0; place < transport.capacity(); place++) {
          personas[bidder++] = persona;
        }
      }
      return new Market(new SplitWeights(problem), problem.groups(), sizes, personas);
    }

    int[] sizes() {
      return sizes;
    }

    Slots slots() {
      return slots;
    }

    double price(int group) {
      return prices[group];
    }

    int bidders() {
      return personaOfBidder.length;
    }

    /** Returns the persona of a bidder, or {@link Slots#NOBODY} for a bidder of value 0. */
    int persona(int bidder) {
      return personaOfBidder[bidder];
    }

    /** Returns a number of the size of a bidder's best weight. */
    double meanBest() {
      double sum = 0;
      for (int bidder = 0; bidder < personaOfBidder.length; bidder++) {
        load(bidder);
        double largest = 0;
        for (int part = 0; part < weights.parts(); part++) {
          largest = Math.max(largest, weights.beginning(part));
        }
        sum += largest * weights.largestEnding();
      }
      return sum / personaOfBidder.length;
    }

    private void load(int bidder) {
      if (personaOfBidder[bidder] == Slots.NOBODY) {
        weights.loadNobody();
      } else {
        weights.load(personaOfBidder[bidder]);
      }
    }

    void phase(double epsilon) {
      slots.clear();
      int[] queue = new int[personaOfBidder.length];
      Arrays.setAll(queue, i -> queue.length - 1 - i);
      int waiting = queue.length;
      while (waiting > 0) {
        int loser = bid(queue[--waiting], epsilon);
        if (loser != Slots.NOBODY) {
          queue[waiting++] = loser;
        }
      }
    }

    private int bid(int bidder, double epsilon) {
      load(bidder);
      best = -1;
      first = Double.NEGATIVE_INFINITY;
      second = Double.NEGATIVE_INFINITY;
      if (sizes.length > groups) {
        best = groups;
        first = -prices[groups];
      }
      int usual = usualParts[bidder];
      look(usual, weights.beginning(usual));
      double largest = weights.largestEnding();
      for (int part = 0; part < lowestPrices.length; part++) {
        double beginning = weights.beginning(part);
        if (beginning * largest - lowestPrices[part] > second && part != usual) {
          look(part, beginning);
        }
      }
      if (best < groups) {
        usualParts[bidder] = partOfGroup[best];
      }
      double offer = prices[best] + first - second + epsilon;
      int loser = slots.accept(best, offer, bidder);
      if (slots.isFull(best)) {
        raise(best, slots.lowest(best));
      }
      return loser;
    }

    /** Looks for the best and second best profit among the groups of a part. */
    private void look(int part, double beginning) {
      double[] endings = weights.endings();
      int[] endingOfGroup = weights.endingOfGroup();
      int end = weights.start(part + 1);
      double most = second;
      for (int group = weights.start(part); group < end; group++) {
        double profit = beginning * endings[endingOfGroup[group]] - prices[group];
        if (profit > most) {
          if (profit > first) {
            most = first;
            first = profit;
            best = group;
          } else {
            most = profit;
          }
        }
      }
      second = most;
    }

    private void raise(int group, double price) {
      if (price <= prices[group]) {
        return;
      }
      double before = prices[group];
      prices[group] = price;
      if (group < groups && lowestPrices[partOfGroup[group]] == before) {
        int part = partOfGroup[group];
        double lowest = Double.POSITIVE_INFINITY;
        for (int other = weights.start(part); other < weights.start(part + 1); other++) {
          lowest = Math.min(lowest, prices[other]);
        }
        lowestPrices[part] = lowest;
      }
    }
  }
}
