package dev.voxpop.backstory.batch;

import dev.voxpop.backstory.batch.OpenBatch.TurnCount;
import dev.voxpop.backstory.slot.SlotEnd;

/** What a try of a batch has done so far; may be used by any thread. */
final class Counts {

  private final int slots;
  private int finished;
  private int parked;
  private long kept;
  private long filled;
  private Bill bill = Bill.NONE;

  Counts(int slots) {
    this.slots = slots;
  }

  synchronized void kept() {
    kept++;
  }

  synchronized void billed(Bill more) {
    bill = bill.plus(more);
  }

  synchronized void ended(SlotEnd end) {
    finished++;
    filled += end instanceof SlotEnd.Filled ? 1 : 0;
  }

  synchronized int park() {
    return ++parked;
  }

  /** Whether this try brought anything. */
  synchronized boolean barren() {
    return kept == 0 && finished == 0;
  }

  synchronized int remaining() {
    return slots - finished;
  }

  synchronized int finished() {
    return finished;
  }

  /** This try and earlier ones of the same turn. */
  synchronized TurnCount with(TurnCount before) {
    return new TurnCount(
        before.bill().plus(bill), before.filled() + filled, before.exhausted() + finished - filled);
  }

  synchronized Pulse.Progress progress() {
    return new Pulse.Progress(finished, slots - finished, parked);
  }
}
