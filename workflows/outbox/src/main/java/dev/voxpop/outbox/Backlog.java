package dev.voxpop.outbox;

import java.time.Duration;

/** What waits in an outbox: how many events, and how long the oldest has been waiting. */
public record Backlog(long pending, Duration oldest) {}
