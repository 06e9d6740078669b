package dev.voxpop.survey.store;

import dev.voxpop.interviewing.Entry;
import dev.voxpop.interviewing.StepResult;
import dev.voxpop.interviewing.store.Waiting;
import dev.voxpop.outbox.OutboxMessage;
import org.jspecify.annotations.Nullable;

/** An entry of one hold, with the event that goes with its result and the table it goes to. */
final class Writing<R extends StepResult> extends Waiting<R> {
  private final Hold hold;
  private final @Nullable OutboxMessage event;
  private final ResultTable<R> table;

  Writing(Hold hold, Entry<R> entry, @Nullable OutboxMessage event, ResultTable<R> table) {
    super(hold.experiment(), entry);
    this.hold = hold;
    this.event = event;
    this.table = table;
  }

  Hold hold() {
    return hold;
  }

  @Nullable OutboxMessage event() {
    return event;
  }

  ResultTable<R> table() {
    return table;
  }
}
