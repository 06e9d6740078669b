package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;
import java.util.EnumMap;
import java.util.Map;

/** The shares of the ways of answering of one kind of model. */
public final class Manners {
  private final Map<Manner, Double> shares;
  private final double total;

  private Manners(Map<Manner, Double> shares) {
    this.shares = shares;
    this.total = shares.values().stream().mapToDouble(share -> share).sum();
  }

  /** A base model: mostly the bare mark. */
  public static Manners base(Failings failings) {
    Map<Manner, Double> shares = new EnumMap<>(Manner.class);
    shares.put(Manner.MARK, 0.800);
    shares.put(Manner.SYMBOL, 0.040);
    shares.put(Manner.MARK_AND_TEXT, 0.090);
    shares.put(Manner.SENTENCE, 0.020);
    shares.put(Manner.NEXT_QUESTION, 0.020);
    return new Manners(withFailures(shares, failings.unreadable()));
  }

  /** A chat model: wordier. */
  public static Manners chat(Failings failings) {
    Map<Manner, Double> shares = new EnumMap<>(Manner.class);
    shares.put(Manner.MARK, 0.350);
    shares.put(Manner.MARK_AND_TEXT, 0.330);
    shares.put(Manner.SENTENCE, 0.100);
    shares.put(Manner.TALKATIVE, 0.200);
    return new Manners(withFailures(shares, failings.unreadable() * 2 / 3));
  }

  /** Marks only: no answer is ever hard to read. */
  public static Manners plain() {
    return new Manners(new EnumMap<>(Map.of(Manner.MARK, 1.0)));
  }

  Manner draw(Dice dice) {
    double left = dice.uniform() * total;
    for (Map.Entry<Manner, Double> entry : shares.entrySet()) {
      left -= entry.getValue();
      if (left < 0) {
        return entry.getKey();
      }
    }
    return Manner.MARK;
  }

  /** The usual ways, scaled to leave room for the ways that fail. */
  private static Map<Manner, Double> withFailures(Map<Manner, Double> usual, double failing) {
    double readable = usual.values().stream().mapToDouble(share -> share).sum();
    Map<Manner, Double> shares = new EnumMap<>(Manner.class);
    usual.forEach((manner, share) -> shares.put(manner, share / readable * (1 - failing)));
    shares.put(Manner.RAMBLING, 0.4 * failing);
    shares.put(Manner.REFUSAL, 0.2 * failing);
    shares.put(Manner.UNSURE, 0.2 * failing);
    shares.put(Manner.UNKNOWN_MARK, 0.2 * failing);
    return shares;
  }
}
