package dev.voxpop.simulator.server;

import dev.voxpop.simulator.chance.BoundedCache;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** The requests of a server: admission under limits, and statistics. Thread-safe. */
public final class Traffic {
  private static final int COUNTED_SCRIPTS = 200_000;

  private final Limits limits;
  private final Price price;
  private final Pace pace;
  private final LongSupplier nanos;
  private final Bucket requests;
  private final Bucket tokens;
  private final PairSet pairs = new PairSet();
  private final BoundedCache<AtomicLong> counters = BoundedCache.of(COUNTED_SCRIPTS);
  private final AtomicLong inFlight = new AtomicLong();
  private final AtomicLong peak = new AtomicLong();
  private final LongAdder calls = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder input = new LongAdder();
  private final LongAdder output = new LongAdder();
  private final LongAdder service = new LongAdder();

  /** Traffic under limits, at a price and a pace, timed by a clock in nanoseconds. */
  public Traffic(Limits limits, Price price, Pace pace, LongSupplier nanos) {
    this.limits = limits;
    this.price = price;
    this.pace = pace;
    this.nanos = nanos;
    this.requests = new Bucket(limits.requestsPerMinute(), nanos);
    this.tokens = new Bucket(limits.tokensPerMinute(), nanos);
  }

  /** What happened so far. */
  public StatsSnapshot stats() {
    return new StatsSnapshot(
        calls.sum(),
        pairs.size(),
        calls.sum() - pairs.size(),
        refused.sum(),
        failed.sum(),
        inFlight.get(),
        peak.get(),
        input.sum(),
        output.sum(),
        price.cost(input.sum(), output.sum()),
        service.sum());
  }

  /** Lets a request in, unless as many as the limit are under way. */
  boolean enter() {
    int limit = limits.concurrency();
    long now = inFlight.incrementAndGet();
    if (limit > 0 && now > limit) {
      inFlight.decrementAndGet();
      return false;
    }
    peak.accumulateAndGet(now, Math::max);
    return true;
  }

  /** A request that was let in has ended, {@code started} being its start. */
  void leave(long started) {
    inFlight.decrementAndGet();
    service.add((nanos.getAsLong() - started) / 1_000);
  }

  void refuse() {
    refused.increment();
  }

  void fail() {
    failed.increment();
  }

  /** The number of earlier requests without seed for the same script. */
  long countUnseeded(long script) {
    return counters.get(script, AtomicLong::new).getAndIncrement();
  }

  void done(long pair, int inputTokens, int outputTokens) {
    pairs.add(pair);
    calls.increment();
    input.add(inputTokens);
    output.add(outputTokens);
  }

  Bucket requests() {
    return requests;
  }

  Bucket tokens() {
    return tokens;
  }

  long now() {
    return nanos.getAsLong();
  }

  /** The time a reply takes at a quantile of the latency. */
  Duration delay(double quantile, int outputTokens) {
    return pace.delay(quantile, outputTokens);
  }
}
