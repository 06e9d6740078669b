package dev.voxpop.backstory.store;

import dev.voxpop.backstory.slot.CallKey;
import dev.voxpop.backstory.slot.Recorded;
import dev.voxpop.backstory.slot.SlotEnd;
import dev.voxpop.backstory.slot.SlotStep;
import dev.voxpop.interviewing.Bill;
import dev.voxpop.interviewing.Cursor;
import dev.voxpop.interviewing.Receipt;
import dev.voxpop.interviewing.store.BatchSum;
import dev.voxpop.interviewing.store.GroupStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of a group of entries: paid calls, announcements, ended slots, and the sums of their
 * batches. A call that a later try has counted as lost adds nothing to the sums when it ends after
 * all: it has been paid for at its worst case.
 */
public final class SlotRows implements GroupStore<SlotWriting> {

  @Override
  public void store(Connection connection, List<SlotWriting> group) throws SQLException {
    Map<Hold, List<SlotWriting>> batches = new TreeMap<>();
    for (SlotWriting writing : group) {
      batches.computeIfAbsent(writing.hold(), hold -> new ArrayList<>()).add(writing);
    }
    for (Map.Entry<Hold, List<SlotWriting>> batch : batches.entrySet()) {
      store(connection, batch.getKey(), batch.getValue());
    }
  }

  private static void store(Connection connection, Hold hold, List<SlotWriting> batch)
      throws SQLException {
    if (BatchTable.lock(connection, hold) == Receipt.Standing.OVERTAKEN) {
      batch.forEach(SlotWriting::overtaken);
    }
    var sum = new BatchSum();
    for (SlotWriting writing : batch) {
      store(connection, writing, sum);
    }
    BatchTable.add(connection, hold, sum);
  }

  private static void store(Connection connection, SlotWriting writing, BatchSum sum)
      throws SQLException {
    switch (writing.entry().result()) {
      case null -> move(connection, writing, sum);
      case SlotStep.Called called -> keep(connection, writing, called, sum);
      case SlotStep.Ended ended -> end(connection, writing, ended.end(), sum);
    }
  }

  /** Says that a call is about to leave, or that it brought nothing and will be sent again. */
  private static void move(Connection connection, SlotWriting writing, BatchSum sum)
      throws SQLException {
    switch (writing.entry().cursor().phase()) {
      case CALLING -> announce(connection, writing);
      case WAITING -> {
        if (CallTable.waiting(connection, writing.hold(), next(writing), cursor(writing))) {
          sum.add(writing.entry().bill());
        }
      }
      case FINISHED -> {}
    }
  }

  /** Keeps a call, and with it the end of its slot or the announcement of the next one. */
  private static void keep(
      Connection connection, SlotWriting writing, SlotStep.Called called, BatchSum sum)
      throws SQLException {
    Hold hold = writing.hold();
    Bill bill = writing.entry().bill();
    boolean first = CallTable.keep(connection, hold, called, bill);
    if (CallTable.end(connection, hold, called.key())) {
      sum.add(bill);
      sum.addResult();
    }
    if (!first && isAnother(connection, writing, called)) {
      return;
    }
    if (called.end() != null) {
      end(connection, writing, called.end(), sum);
    } else if (writing.entry().cursor().phase() == Cursor.Phase.CALLING) {
      announce(connection, writing);
    }
  }

  /** Whether another reply was kept before this one; the writing is told. */
  private static boolean isAnother(
      Connection connection, SlotWriting writing, SlotStep.Called called) throws SQLException {
    Recorded stored =
        CallTable.find(connection, writing.hold().pool(), called.key())
            .orElseThrow(() -> new SQLException("A call is gone that was just kept."));
    boolean another = !stored.equals(called.recorded());
    if (another) {
      writing.found(called.replacedBy(stored));
    }
    return another;
  }

  private static void announce(Connection connection, SlotWriting writing) throws SQLException {
    if (writing.isCurrent()) {
      CallTable.announce(connection, writing.hold(), next(writing), cursor(writing).reserved());
    }
  }

  private static void end(Connection connection, SlotWriting writing, SlotEnd end, BatchSum sum)
      throws SQLException {
    int slot = writing.entry().key().member();
    sum.addResult();
    if (SlotTable.end(connection, writing.hold().pool(), slot, end)) {
      sum.add(end.tally());
    }
  }

  private static Cursor cursor(SlotWriting writing) {
    return writing.entry().cursor();
  }

  /** The call at which the slot stands afterwards. */
  private static CallKey next(SlotWriting writing) {
    return CallKey.of(writing.entry().key().member(), cursor(writing).place());
  }
}
