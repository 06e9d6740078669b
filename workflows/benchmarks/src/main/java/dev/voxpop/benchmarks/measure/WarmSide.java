package dev.voxpop.benchmarks.measure;

import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Our own side of a comparison, run until everything it uses is compiled and then kept warm. */
public final class WarmSide {

  /** Fewest runs before a measured one. */
  public static final int WARM_UPS = 3;

  /** A short step needs more of its kind until everything it uses is compiled. */
  private static final double SECONDS_AT_FIRST = 5;

  /** The other side's run has emptied the caches and let the cores sleep. */
  private static final double SECONDS_BETWEEN = 0.3;

  private final Supplier<Timing> side;
  private final ToDoubleFunction<Timing> clock;
  private final int warmUps;

  private WarmSide(Supplier<Timing> side, ToDoubleFunction<Timing> clock) {
    this.side = side;
    this.clock = clock;
    this.warmUps = warmUp(SECONDS_AT_FIRST);
  }

  /** Returns a side that has been run often and long enough on the clock that is compared. */
  public static WarmSide of(Supplier<Timing> side, ToDoubleFunction<Timing> clock) {
    return new WarmSide(side, clock);
  }

  /** Returns how many runs it took until it was warm, in words. */
  public String history() {
    return "warm after %d runs".formatted(warmUps);
  }

  /** Measures a run that follows unmeasured ones. */
  public Timing measure() {
    warmUp(SECONDS_BETWEEN);
    return side.get();
  }

  private int warmUp(double least) {
    int runs = 0;
    double seconds = 0;
    while (runs < WARM_UPS || seconds < least) {
      seconds += clock.applyAsDouble(side.get());
      runs++;
    }
    return runs;
  }
}
