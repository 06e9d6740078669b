package dev.voxpop.backstory.batch;

import java.time.Duration;

/**
 * What is kept beside a reply.
 *
 * @param alias the alias that was asked
 * @param seed the seed that was sent; −1 when none was
 * @param latency how long the call took
 */
public record Invoice(String alias, int seed, Duration latency, Bill bill) {}
