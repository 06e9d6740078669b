package dev.voxpop.backstory.store;

import dev.voxpop.backstory.slot.CallKey;
import dev.voxpop.backstory.slot.Recorded;
import dev.voxpop.backstory.slot.SlotEnd;
import dev.voxpop.backstory.slot.SlotStep;
import dev.voxpop.interviewing.Bill;
import dev.voxpop.interviewing.Cursor;
import dev.voxpop.interviewing.Entry;
import dev.voxpop.interviewing.Journal;
import dev.voxpop.interviewing.Receipt;
import dev.voxpop.interviewing.Receipt.Standing;
import dev.voxpop.interviewing.store.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one try of a batch. A call that a later try has counted as lost adds nothing to the
 * sums when it ends after all: it has been paid for at its worst case. A reply that was paid for is
 * offered again while the store is out of reach.
 */
public final class BatchJournal implements Journal<SlotStep> {

  private final Transactions transactions;
  private final Hold hold;
  private final Seam seam;

  BatchJournal(Transactions transactions, Hold hold, Seam seam) {
    this.transactions = transactions;
    this.hold = hold;
    this.seam = seam;
  }

  @Override
  public Receipt<SlotStep> write(Entry<SlotStep> entry) {
    if (entry.result() instanceof SlotStep.Called) {
      seam.at(Seam.Place.AFTER_CALL);
    }
    Receipt<SlotStep> receipt = stored(entry);
    if (entry.result() != null) {
      seam.at(Seam.Place.AFTER_COMMIT);
    }
    if (entry.cursor().phase() == Cursor.Phase.CALLING) {
      seam.at(Seam.Place.AFTER_CURSOR);
    }
    return receipt;
  }

  private Receipt<SlotStep> stored(Entry<SlotStep> entry) {
    int slot = entry.key().member();
    return switch (entry.result()) {
      case null -> receipt(null, moved(entry));
      case SlotStep.Called called ->
          transactions.insist(connection -> keep(connection, entry, called));
      case SlotStep.Ended ended ->
          receipt(ended, transactions.insist(connection -> end(connection, slot, ended.end())));
    };
  }

  /** Says that a call is about to leave, or that it brought nothing and will be sent again. */
  private Standing moved(Entry<SlotStep> entry) {
    return switch (entry.cursor().phase()) {
      case CALLING -> transactions.call(connection -> announce(connection, entry));
      case WAITING -> transactions.insist(connection -> waiting(connection, entry));
      case FINISHED -> transactions.call(connection -> BatchTable.standing(connection, hold));
    };
  }

  private Standing announce(Connection connection, Entry<SlotStep> entry) throws SQLException {
    Standing standing = BatchTable.standing(connection, hold);
    if (standing == Standing.CURRENT) {
      CallTable.announce(connection, hold, key(entry), entry.cursor().reserved());
    }
    return standing;
  }

  private Standing waiting(Connection connection, Entry<SlotStep> entry) throws SQLException {
    boolean mine = CallTable.waiting(connection, hold, key(entry), entry.cursor().trouble());
    return BatchTable.book(connection, hold, mine ? entry.bill() : Bill.NONE, 0);
  }

  /** Keeps a call, and with it the end of its slot or the announcement of the next one. */
  private Receipt<SlotStep> keep(
      Connection connection, Entry<SlotStep> entry, SlotStep.Called called) throws SQLException {
    CallTable.keep(connection, hold, called, entry.bill());
    boolean mine = CallTable.end(connection, hold, called.key());
    Bill bill = mine ? entry.bill() : Bill.NONE;
    Standing standing = BatchTable.book(connection, hold, bill, mine ? 1 : 0);
    Recorded stored =
        CallTable.find(connection, hold.pool(), called.key())
            .orElseThrow(() -> new SQLException("A call is gone that was just kept."));
    if (!stored.equals(called.recorded())) {
      return receipt(called.replacedBy(stored), standing);
    }
    if (called.end() != null) {
      return receipt(called, end(connection, called.key().slot(), called.end()));
    }
    return receipt(
        called,
        entry.cursor().phase() == Cursor.Phase.CALLING ? announce(connection, entry) : standing);
  }

  private Standing end(Connection connection, int slot, SlotEnd end) throws SQLException {
    boolean changed = SlotTable.end(connection, hold.pool(), slot, end);
    int filled = changed && end instanceof SlotEnd.Filled ? 1 : 0;
    int exhausted = changed && end instanceof SlotEnd.Exhausted ? 1 : 0;
    return BatchTable.count(connection, hold, filled, exhausted);
  }

  /** The call at which the slot stands afterwards. */
  private static CallKey key(Entry<SlotStep> entry) {
    return CallKey.of(entry.key().member(), entry.cursor().place());
  }

  private static Receipt<SlotStep> receipt(@Nullable SlotStep stored, Standing standing) {
    return standing == Standing.CURRENT ? Receipt.current(stored) : Receipt.overtaken(stored);
  }
}
