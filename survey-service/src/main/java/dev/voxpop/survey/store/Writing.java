package dev.voxpop.survey.store;

import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.interviewing.Entry;
import dev.voxpop.interviewing.Receipt;
import dev.voxpop.interviewing.StepResult;
import dev.voxpop.outbox.OutboxMessage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An entry on its way into a group commit, and what became of it. */
final class Writing<R extends StepResult> {
  private final Hold hold;
  private final Entry<R> entry;
  private final @Nullable OutboxMessage event;
  private final ResultTable<R> table;
  private final CompletableFuture<Receipt<R>> receipt = new CompletableFuture<>();
  private @Nullable R stored;
  private Receipt.Standing standing = Receipt.Standing.CURRENT;
  private String drift = "";

  Writing(Hold hold, Entry<R> entry, @Nullable OutboxMessage event, ResultTable<R> table) {
    this.hold = hold;
    this.entry = entry;
    this.event = event;
    this.table = table;
    this.stored = entry.result();
  }

  Hold hold() {
    return hold;
  }

  Entry<R> entry() {
    return entry;
  }

  R result() {
    R result = entry.result();
    if (result == null) {
      throw new IllegalStateException("The entry holds no result.\nMaybe only its cursor moves.");
    }
    return result;
  }

  @Nullable OutboxMessage event() {
    return event;
  }

  ResultTable<R> table() {
    return table;
  }

  /** Forgets what an aborted transaction seemed to have done. */
  void begin() {
    stored = entry.result();
    standing = Receipt.Standing.CURRENT;
    drift = "";
  }

  /** The step holds this result already. */
  void found(R earlier) {
    stored = earlier;
  }

  /** The result, if this writing is the one that stored it. */
  Optional<StepResult> newResult() {
    return Optional.<StepResult>ofNullable(entry.result()).filter(result -> result == stored);
  }

  void overtaken() {
    if (standing == Receipt.Standing.CURRENT) {
      standing = Receipt.Standing.OVERTAKEN;
    }
  }

  void drifted(String difference) {
    standing = Receipt.Standing.HALTED;
    drift = difference;
  }

  void committed() {
    receipt.complete(
        switch (standing) {
          case CURRENT -> Receipt.current(stored);
          case OVERTAKEN -> Receipt.overtaken(stored);
          case HALTED -> Receipt.halted(stored, PauseReason.PROMPT_DRIFT, drift);
        });
  }

  void failed(Throwable cause) {
    receipt.completeExceptionally(cause);
  }

  CompletableFuture<Receipt<R>> receipt() {
    return receipt;
  }
}
