package dev.voxpop.backstory.store;

import dev.voxpop.backstory.config.BackstoryBeans;
import dev.voxpop.backstory.slot.SlotEnd;
import dev.voxpop.interviewing.store.Transactions;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The pools of this stage and their stories. */
@ApplicationScoped
public class Pools {

  private final Transactions transactions;

  /** Pools of a database. */
  @Inject
  public Pools(@Identifier(BackstoryBeans.SCHEMA) Transactions transactions) {
    this.transactions = transactions;
  }

  /** A pool. */
  public Optional<PoolRecord> find(String pool) {
    return transactions.call(connection -> PoolTable.find(connection, pool));
  }

  /** Adds a pool that is to be written, with its slots, unless it is there. */
  public PoolRecord open(PoolRecord pool, List<Slot> slots) {
    return transactions.call(
        connection -> {
          if (PoolTable.add(connection, pool)) {
            SlotTable.add(connection, pool.id(), slots);
          }
          return PoolTable.find(connection, pool.id()).orElseThrow();
        });
  }

  /** Adds a closed pool with all its stories, unless it is there. */
  public PoolRecord add(PoolRecord pool, Iterable<StoryRecord> stories) {
    return transactions.call(
        connection -> {
          if (PoolTable.add(connection, pool)) {
            PoolTable.addStories(connection, pool.id(), stories);
          }
          return PoolTable.find(connection, pool.id()).orElseThrow();
        });
  }

  /** Takes or prolongs the right to write; false when somebody else has it. */
  public boolean lease(String pool, String holder, Duration time) {
    return transactions.call(connection -> PoolTable.lease(connection, pool, holder, time));
  }

  /** Stories from an ordinal on. */
  public List<StoryRecord> stories(String pool, int from, int limit) {
    return transactions.call(connection -> PoolTable.stories(connection, pool, from, limit));
  }

  /** How many slots of a pool have ended. */
  public int ended(String pool) {
    CallTable.Range all = new CallTable.Range(0, Integer.MAX_VALUE);
    return transactions.call(connection -> SlotTable.ended(connection, pool, all));
  }

  /** Slots {@code from} … {@code to}−1 in order. */
  public List<Slot> slots(String pool, int from, int to) {
    CallTable.Range range = new CallTable.Range(from, to);
    return transactions.call(connection -> SlotTable.page(connection, pool, range));
  }

  /** Opens a slot again whose story is a duplicate. */
  public void reopen(String pool, int slot) {
    transactions.call(
        connection -> {
          SlotTable.reopen(connection, pool, slot);
          return true;
        });
  }

  /** Ends an open slot without a story. */
  public void exhaust(String pool, int slot, String reason) {
    SlotEnd end = new SlotEnd.Exhausted("", 0, reason);
    transactions.call(connection -> SlotTable.end(connection, pool, slot, end));
  }

  /** Closes a pool with its stories, once. */
  public void close(String pool, int stories, Iterable<StoryRecord> rows) {
    transactions.call(
        connection -> {
          if (PoolTable.close(connection, pool, stories)) {
            PoolTable.addStories(connection, pool, rows);
          }
          return true;
        });
  }
}
