package dev.voxpop.interviewing;

/** What a try of a batch has done so far; may be used by any thread. */
final class Counts {
  private final int series;
  private int finished;
  private int parked;
  private long stored;
  private long answered;
  private long failed;
  private Bill bill = Bill.NONE;

  Counts(OpenBatch<?> batch) {
    this.series = batch.series().size();
  }

  synchronized void stored(StepResult.Tally tally) {
    stored++;
    answered += tally.answered();
    failed += tally.failed();
  }

  synchronized void billed(Bill more) {
    bill = bill.plus(more);
  }

  synchronized void finish() {
    finished++;
  }

  synchronized int park() {
    return ++parked;
  }

  /** Results of this try, draws that will be repeated included. */
  synchronized long stored() {
    return stored;
  }

  synchronized int remaining() {
    return series - finished;
  }

  synchronized int finished() {
    return finished;
  }

  /** This try and earlier ones of the same turn. */
  synchronized OpenBatch.TurnCount with(OpenBatch.TurnCount before) {
    return new OpenBatch.TurnCount(
        before.bill().plus(bill), before.answered() + answered, before.failed() + failed);
  }

  synchronized Pulse.Counters snapshot() {
    return new Pulse.Counters(finished, series - finished, parked, answered);
  }
}
