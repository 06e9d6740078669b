package dev.voxpop.backstory.store;

import dev.voxpop.backstory.config.BackstoryBeans;
import dev.voxpop.backstory.slot.CallKey;
import dev.voxpop.backstory.slot.Recorded;
import dev.voxpop.backstory.slot.SlotStep;
import dev.voxpop.contracts.bulk.ProgressRow;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.interviewing.Cursor.Trouble;
import dev.voxpop.interviewing.Journal;
import dev.voxpop.interviewing.OpenBatch.TurnCount;
import dev.voxpop.interviewing.store.BatchSum;
import dev.voxpop.interviewing.store.GroupCommit;
import dev.voxpop.interviewing.store.Transactions;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The batches of pools: taking them, and what was spent under them. */
@ApplicationScoped
public class Batches {

  private static final String PROGRESS =
      """
      SELECT b.path, p.slots, b.calls, b.micros, b.lost,
        (SELECT count(*) FROM slot s WHERE s.pool = b.pool AND s.state <> 'open') AS done,
        (SELECT count(*) FROM slot s WHERE s.pool = b.pool AND s.state = 'exhausted') AS failed
      FROM (SELECT path, pool, sum(calls) AS calls, sum(micros) AS micros, sum(lost) AS lost
            FROM batch WHERE experiment = ? GROUP BY path, pool) b
      JOIN pool p ON p.id = b.pool ORDER BY b.path, b.pool
      """;

  private final Transactions transactions;
  private final GroupCommit<SlotWriting> commit;
  private final Seam seam;

  /** Batches of a database. */
  @Inject
  public Batches(
      @Identifier(BackstoryBeans.SCHEMA) Transactions transactions,
      GroupCommit<SlotWriting> commit,
      Seam seam) {
    this.transactions = transactions;
    this.commit = commit;
    this.seam = seam;
  }

  /**
   * What a try takes.
   *
   * @param from first slot
   * @param to one past the last slot
   * @param path workflow path under which it spends
   * @param turn names the allowance
   */
  public record Wanted(
      String pool, String experiment, int first, int from, int to, String path, int turn) {

    CallTable.Range range() {
      return new CallTable.Range(from, to);
    }
  }

  /**
   * A batch in the hands of a try.
   *
   * @param slots slots that have not ended
   * @param verdicts letters of ended slots up to the batch's end
   */
  public record Taken(
      Hold hold,
      List<Slot> slots,
      Map<CallKey, Recorded> journal,
      Map<CallKey, Trouble> troubles,
      int ended,
      TurnCount turn,
      int barren,
      Map<Integer, String> verdicts) {

    /** Copies the collections. */
    public Taken {
      slots = List.copyOf(slots);
      journal = Map.copyOf(journal);
      troubles = Map.copyOf(troubles);
      verdicts = Map.copyOf(verdicts);
    }

    /** What the journal holds of a slot. */
    public Map<CallKey, Recorded> journal(int slot) {
      return journal.entrySet().stream()
          .filter(call -> call.getKey().slot() == slot)
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How often a call was sent without a usable reply. */
    public Trouble trouble(CallKey key) {
      return troubles.getOrDefault(key, Trouble.NONE);
    }
  }

  /** Takes a batch from whoever held it and counts the calls of dead tries as lost. */
  public Taken take(Wanted wanted) {
    return transactions.call(connection -> take(connection, wanted));
  }

  /** The journal of a hold. */
  public Journal<SlotStep> journal(Hold hold) {
    return new BatchJournal(commit, hold, seam);
  }

  /** Notes that the first candidates of a pool have been judged as a whole. */
  public void decideYield(Hold hold) {
    transactions.call(connection -> PoolTable.decideYield(connection, hold.pool()));
  }

  /** Notes that a try ended in order, so that it is not held against the next one. */
  public void rest(Hold hold) {
    transactions.call(
        connection -> {
          BatchTable.rest(connection, hold);
          return true;
        });
  }

  /** What a turn has done, if it is the newest one of its batch. */
  public TurnCount turn(Wanted wanted) {
    Hold batch = new Hold(wanted.pool(), wanted.experiment(), wanted.first(), 0);
    return transactions.call(connection -> BatchTable.turn(connection, batch, wanted.turn()));
  }

  /** What an experiment has settled here, by workflow path. */
  public SortedMap<String, Allowance> spending(String experiment) {
    SortedMap<String, Allowance> settled = new TreeMap<>();
    transactions
        .call(connection -> BatchTable.spent(connection, experiment))
        .forEach(spent -> settled.merge(spent.path(), spent.settled(), Allowance::plus));
    return settled;
  }

  /** How far the pools of an experiment are. */
  public List<ProgressRow> progress(String experiment) {
    return transactions.call(
        connection -> Sql.list(connection, Batches::progressRow, PROGRESS, experiment));
  }

  private static ProgressRow progressRow(ResultSet row) throws SQLException {
    return new ProgressRow(
        row.getString("path"),
        row.getLong("done"),
        row.getLong("slots"),
        row.getLong("failed"),
        row.getLong("micros"),
        row.getLong("calls"),
        row.getLong("lost"));
  }

  private static Taken take(Connection connection, Wanted wanted) throws SQLException {
    Hold before = new Hold(wanted.pool(), wanted.experiment(), wanted.first(), 0);
    BatchTable.Taken taken = BatchTable.take(connection, before, wanted.path(), wanted.turn());
    Hold hold = new Hold(wanted.pool(), wanted.experiment(), wanted.first(), taken.epoch());
    BatchSum lost = new BatchSum();
    lost.add(CallTable.lose(connection, hold, wanted.range()));
    BatchTable.add(connection, hold, lost);
    Map<CallKey, Recorded> journal = new HashMap<>();
    CallTable.ofOpenSlots(connection, wanted.pool(), wanted.range())
        .forEach(call -> journal.put(call.getKey(), call.getValue()));
    Map<CallKey, Trouble> troubles = new HashMap<>();
    CallTable.troubles(connection, hold, wanted.range())
        .forEach(trouble -> troubles.put(trouble.getKey(), trouble.getValue()));
    return new Taken(
        hold,
        SlotTable.open(connection, wanted.pool(), wanted.range()),
        journal,
        troubles,
        SlotTable.ended(connection, wanted.pool(), wanted.range()),
        BatchTable.turn(connection, hold),
        taken.barren(),
        SlotTable.verdicts(connection, wanted.pool(), wanted.to()));
  }
}
