package dev.voxpop.backstory.slot;

import dev.voxpop.backstory.gate.YieldWatch;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.interviewing.Entry;
import dev.voxpop.interviewing.Journal;
import dev.voxpop.interviewing.Receipt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A journal that tells the watch over a pool's first candidates what becomes of them. */
public final class WatchedJournal implements Journal<SlotStep> {

  private final Journal<SlotStep> journal;
  private final YieldWatch watch;
  private final Runnable decided;
  private final AtomicReference<@Nullable String> tooFew = new AtomicReference<>();

  private WatchedJournal(Journal<SlotStep> journal, YieldWatch watch, Runnable decided) {
    this.journal = journal;
    this.watch = watch;
    this.decided = decided;
  }

  /** A watch over what a journal stores; {@code decided} is done when too few candidates pass. */
  public static WatchedJournal of(Journal<SlotStep> journal, YieldWatch watch, Runnable decided) {
    return new WatchedJournal(journal, watch, decided);
  }

  /** Notes the fates of a slot's candidates; those that are noted already do not count again. */
  public void note(int slot, String letters) {
    for (int candidate = 0; candidate < letters.length(); candidate++) {
      watch.note(slot, candidate, letters.charAt(candidate)).ifPresent(tooFew::set);
    }
  }

  @Override
  public Receipt<SlotStep> write(Entry<SlotStep> entry) throws InterruptedException {
    Receipt<SlotStep> receipt = journal.write(entry);
    if (receipt.stored() instanceof SlotStep.Called called) {
      note(called.key().slot(), called.letters());
    }
    String detail = tooFew.getAndSet(null);
    if (detail == null || receipt.standing() == Receipt.Standing.OVERTAKEN) {
      return receipt;
    }
    decided.run();
    return Receipt.halted(receipt.stored(), PauseReason.GATE_YIELD, detail);
  }
}
