package dev.voxpop.backstory.batch;

import dev.voxpop.backstory.slot.CallKey;
import dev.voxpop.backstory.slot.SlotEnd;
import dev.voxpop.contracts.run.Allowance;

/**
 * The store of a batch. Every method returns after its commit; a reply that was paid for is offered
 * again while the store is out of reach.
 */
public interface Journal {

  /** Whether this try of the batch still holds it. */
  enum Standing {
    CURRENT,
    /** A later try has taken over: nothing more may be called. */
    OVERTAKEN
  }

  /** What the journal holds for a call, which may be the reply of somebody faster. */
  record Kept(Recorded recorded, Standing standing) {}

  /** A call is about to leave, with this much reserved for it. */
  Standing announce(CallKey key, Allowance reserved);

  /** A call brought something that holds for ever. */
  Kept keep(CallKey key, Recorded recorded, Invoice invoice);

  /** A call brought nothing and will be sent again, or was not sent after all. */
  Standing failed(CallKey key, Trouble trouble, Bill bill);

  /** A slot has ended. */
  Standing end(int slot, SlotEnd end);

  /** The first candidates of the pool have decided that writing goes on, or were reported. */
  void yieldDecided();
}
