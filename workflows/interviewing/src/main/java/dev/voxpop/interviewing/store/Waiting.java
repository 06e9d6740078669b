package dev.voxpop.interviewing.store;

import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.interviewing.Entry;
import dev.voxpop.interviewing.Receipt;
import dev.voxpop.interviewing.StepResult;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * An entry on its way into a group commit, and what became of it. A stage adds what its rows need.
 */
public abstract class Waiting<R extends StepResult> {
  private final String experiment;
  private final Entry<R> entry;
  private final CompletableFuture<Receipt<R>> receipt = new CompletableFuture<>();
  private @Nullable R stored;
  private Receipt.Standing standing = Receipt.Standing.CURRENT;
  private String drift = "";

  /** An entry of an experiment's batch. */
  protected Waiting(String experiment, Entry<R> entry) {
    this.experiment = experiment;
    this.entry = entry;
    this.stored = entry.result();
  }

  /** What is to be stored. */
  public final Entry<R> entry() {
    return entry;
  }

  /** The entry's result, where it is known to hold one. */
  public final R result() {
    R result = entry.result();
    if (result == null) {
      throw new IllegalStateException("The entry holds no result.\nMaybe only its cursor moves.");
    }
    return result;
  }

  /** The step holds this result already. */
  public final void found(R earlier) {
    stored = earlier;
  }

  /** The result, if this entry is the one that stored it. */
  public final Optional<StepResult> newResult() {
    return Optional.<StepResult>ofNullable(entry.result()).filter(result -> result == stored);
  }

  /** A later try has taken the series. */
  public final void overtaken() {
    if (standing == Receipt.Standing.CURRENT) {
      standing = Receipt.Standing.OVERTAKEN;
    }
  }

  /** Whether the try that wrote the entry still holds its series. */
  public final boolean isCurrent() {
    return standing == Receipt.Standing.CURRENT;
  }

  /** The step was answered to another prompt. */
  public final void drifted(String difference) {
    standing = Receipt.Standing.HALTED;
    drift = difference;
  }

  /**
   * Waits until the entry is committed.
   *
   * @throws dev.voxpop.interviewing.StoreUnavailable when the database did not take it in time
   */
  public final Receipt<R> receipt() throws InterruptedException {
    try {
      return receipt.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : GroupCommit.tooLate(e);
    }
  }

  final String experiment() {
    return experiment;
  }

  /** Forgets what an aborted transaction seemed to have done. */
  final void begin() {
    stored = entry.result();
    standing = Receipt.Standing.CURRENT;
    drift = "";
  }

  final void committed() {
    receipt.complete(
        switch (standing) {
          case CURRENT -> Receipt.current(stored);
          case OVERTAKEN -> Receipt.overtaken(stored);
          case HALTED -> Receipt.halted(stored, PauseReason.PROMPT_DRIFT, drift);
        });
  }

  final void failed(Throwable cause) {
    receipt.completeExceptionally(cause);
  }
}
