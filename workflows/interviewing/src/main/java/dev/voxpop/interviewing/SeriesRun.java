package dev.voxpop.interviewing;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.Reply;
import java.util.concurrent.CountDownLatch;

/**
 * The carrying out of one series, on a thread of its own.
 *
 * <p>The cursor that announces a call is committed before the call leaves, in the same commit as
 * the result before it; the next prompt is made from the stored result only.
 */
final class SeriesRun<R extends StepResult> {
  private final BatchRun<R> batch;
  private final SeriesKey key;
  private Protocol<R> protocol;
  private Cursor cursor;
  private final Holdings held;

  SeriesRun(BatchRun<R> batch, Series<R> series) {
    this.batch = batch;
    this.key = series.key();
    this.protocol = series.protocol();
    this.cursor = Cursor.waiting(protocol.place(), series.trouble());
    this.held =
        new Holdings(batch.setting().experiment(), batch.funds(), () -> !batch.windingDown());
  }

  void start(CountDownLatch running) {
    Thread.ofVirtual()
        .name("series-" + key.member())
        .start(
            () -> {
              try {
                run();
              } finally {
                running.countDown();
              }
            });
  }

  private void run() {
    try {
      if (goOn()) {
        batch.counts().finish();
      }
    } catch (InterruptedException e) {
      batch.windDown(Ending.of(Ending.Why.LEAVING));
    } catch (RuntimeException e) {
      batch.defect(e);
    } catch (Error e) {
      batch.broken(e);
    } finally {
      held.close();
    }
  }

  /** Whether the series is finished; otherwise it stopped on the way. */
  private boolean goOn() throws InterruptedException {
    while (true) {
      boolean moved =
          switch (protocol.move()) {
            case Move.Finished<R> finished -> {
              conclude();
              yield false;
            }
            case Move.Halt<R>(PauseReason reason, String detail) ->
                halt(Ending.halted(reason, detail));
            case Move.Tell<R>(R result) -> !batch.windingDown() && record(result, Bill.NONE);
            case Move.Ask<R> ask -> ask(ask);
          };
      if (!moved) {
        return protocol.move() instanceof Move.Finished;
      }
    }
  }

  private boolean halt(Ending ending) throws InterruptedException {
    batch.windDown(ending);
    withdraw();
    return false;
  }

  private boolean ask(Move.Ask<R> ask) throws InterruptedException {
    ModelEndpoint endpoint = batch.setting().endpoints().apply(ask.alias());
    if (!batch.mayCall(ask.alias())
        || !held.sit(ask.alias(), endpoint)
        || !announce(endpoint.worstCase(ask.prompt()))
        || !batch.mayCall(ask.alias())) {
      withdraw();
      return false;
    }
    return call(ask, endpoint);
  }

  private boolean call(Move.Ask<R> ask, ModelEndpoint endpoint) throws InterruptedException {
    Reply reply;
    try {
      reply = held.ask(ask.prompt());
    } catch (ModelFailure failure) {
      Bill bill = Bill.of(endpoint, failure, cursor.reserved());
      held.settle(bill.settled());
      return failed(ask, failure, bill);
    }
    batch.health(ask.alias()).succeeded();
    Bill bill = new Bill(endpoint.billed(reply.usage()), 0);
    held.settle(bill.settled());
    return record(ask.read(reply), bill);
  }

  /** Stores a result, together with the announcement of the call that would follow it. */
  private boolean record(R result, Bill bill) throws InterruptedException {
    Protocol<R> mine = protocol.with(result);
    Receipt<R> receipt = write(new Entry<>(key, following(mine), result, bill));
    R stored = receipt.stored() == null ? result : receipt.stored();
    protocol = stored == result ? mine : protocol.with(stored);
    batch.counts().stored(result.tally());
    if (protocol != mine || receipt.standing() != Receipt.Standing.CURRENT) {
      withdraw();
    }
    return goesOn(receipt);
  }

  private Cursor following(Protocol<R> next) {
    return switch (next.move()) {
      case Move.Finished<R> finished -> Cursor.finished(next.place());
      case Move.Tell<R> tell -> Cursor.waiting(next.place(), Cursor.Trouble.NONE);
      case Move.Halt<R> halt -> Cursor.waiting(next.place(), Cursor.Trouble.NONE);
      case Move.Ask<R> ask -> {
        ModelEndpoint endpoint = batch.setting().endpoints().apply(ask.alias());
        Allowance worstCase = endpoint.worstCase(ask.prompt());
        boolean goesOn = held.sitsAt(ask.alias()) && !batch.windingDown();
        yield goesOn && held.reserve(worstCase)
            ? Cursor.calling(next.place(), Cursor.Trouble.NONE, worstCase)
            : Cursor.waiting(next.place(), Cursor.Trouble.NONE);
      }
    };
  }

  /** Commits that a call is about to leave, unless the commit before has said so. */
  private boolean announce(Allowance worstCase) throws InterruptedException {
    if (cursor.phase() == Cursor.Phase.CALLING) {
      return true;
    }
    if (!held.awaitFunds(worstCase)) {
      batch.windDown(Ending.of(Ending.Why.NEEDS_GRANT));
      return false;
    }
    Cursor calling = Cursor.calling(protocol.place(), cursor.trouble(), worstCase);
    return goesOn(write(new Entry<>(key, calling, null, Bill.NONE)));
  }

  /** Takes an announcement back when its call will not be made, or not this one. */
  private void withdraw() throws InterruptedException {
    if (cursor.phase() == Cursor.Phase.CALLING) {
      held.giveBack();
      Cursor still = Cursor.waiting(protocol.place(), cursor.trouble());
      write(new Entry<>(key, still, null, Bill.NONE));
    }
  }

  /** Says that the series is finished, unless its last result has said so. */
  private void conclude() throws InterruptedException {
    if (cursor.phase() != Cursor.Phase.FINISHED) {
      held.giveBack();
      write(new Entry<>(key, Cursor.finished(protocol.place()), null, Bill.NONE));
    }
  }

  private Receipt<R> write(Entry<R> entry) throws InterruptedException {
    Receipt<R> receipt = batch.journal().write(entry);
    cursor = entry.cursor();
    batch.counts().billed(entry.bill());
    return receipt;
  }

  private boolean goesOn(Receipt<R> receipt) {
    switch (receipt.standing()) {
      case CURRENT -> {
        return true;
      }
      case OVERTAKEN -> batch.windDown(Ending.of(Ending.Why.OVERTAKEN));
      case HALTED ->
          batch.windDown(new Ending(Ending.Why.HALTED, receipt.halt(), receipt.detail()));
    }
    return false;
  }

  private boolean failed(Move.Ask<R> ask, ModelFailure failure, Bill bill)
      throws InterruptedException {
    AliasHealth health = batch.health(ask.alias());
    return switch (Consequence.of(failure, cursor.trouble(), health, key)) {
      case Consequence.Fails(Fault.Reason reason) ->
          record(ask.failed(fault(reason, failure, bill)), bill);
      case Consequence.Parks(Cursor.Trouble trouble, Ending ending) -> {
        if (ending != null) {
          batch.windDown(ending);
        }
        write(new Entry<>(key, Cursor.waiting(protocol.place(), trouble), null, bill));
        batch.parked(failure);
        yield false;
      }
    };
  }

  private static Fault fault(Fault.Reason reason, ModelFailure failure, Bill bill) {
    return new Fault(reason, failure.raw(), bill.settled(), failure.usage().orElse(null));
  }
}
