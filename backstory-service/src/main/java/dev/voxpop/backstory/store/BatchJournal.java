package dev.voxpop.backstory.store;

import dev.voxpop.backstory.batch.Bill;
import dev.voxpop.backstory.batch.Invoice;
import dev.voxpop.backstory.batch.Journal;
import dev.voxpop.backstory.batch.Recorded;
import dev.voxpop.backstory.batch.Trouble;
import dev.voxpop.backstory.slot.CallKey;
import dev.voxpop.backstory.slot.SlotEnd;
import dev.voxpop.contracts.run.Allowance;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The rows of one try of a batch. A call that a later try has counted as lost adds nothing to the
 * sums when it ends after all: it has been paid for at its worst case.
 */
public final class BatchJournal implements Journal {

  private final Transactions transactions;
  private final Hold hold;

  BatchJournal(Transactions transactions, Hold hold) {
    this.transactions = transactions;
    this.hold = hold;
  }

  @Override
  public Standing announce(CallKey key, Allowance reserved) {
    return transactions.call(
        connection -> {
          Standing standing = BatchTable.standing(connection, hold);
          if (standing == Standing.CURRENT) {
            CallTable.announce(connection, hold, key, reserved);
          }
          return standing;
        });
  }

  @Override
  public Kept keep(CallKey key, Recorded recorded, Invoice invoice) {
    return transactions.insist(
        connection -> {
          CallTable.keep(connection, hold, key, recorded, invoice);
          boolean mine = CallTable.end(connection, hold, key);
          Bill bill = mine ? invoice.bill() : Bill.NONE;
          Standing standing = BatchTable.book(connection, hold, bill, mine ? 1 : 0);
          Recorded stored =
              CallTable.find(connection, hold.pool(), key)
                  .orElseThrow(() -> new SQLException("A call is gone that was just kept."));
          return new Kept(stored, standing);
        });
  }

  @Override
  public Standing failed(CallKey key, Trouble trouble, Bill bill) {
    return transactions.insist(
        connection -> {
          boolean mine = CallTable.waiting(connection, hold, key, trouble);
          return BatchTable.book(connection, hold, mine ? bill : Bill.NONE, 0);
        });
  }

  @Override
  public Standing end(int slot, SlotEnd end) {
    return transactions.insist(connection -> end(connection, slot, end));
  }

  @Override
  public void yieldDecided() {
    transactions.call(connection -> PoolTable.decideYield(connection, hold.pool()));
  }

  private Standing end(Connection connection, int slot, SlotEnd end) throws SQLException {
    boolean changed = SlotTable.end(connection, hold.pool(), slot, end);
    int filled = changed && end instanceof SlotEnd.Filled ? 1 : 0;
    int exhausted = changed && end instanceof SlotEnd.Exhausted ? 1 : 0;
    return BatchTable.count(connection, hold, filled, exhausted);
  }
}
