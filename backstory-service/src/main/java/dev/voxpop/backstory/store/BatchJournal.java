package dev.voxpop.backstory.store;

import dev.voxpop.backstory.slot.SlotStep;
import dev.voxpop.interviewing.Cursor;
import dev.voxpop.interviewing.Entry;
import dev.voxpop.interviewing.Journal;
import dev.voxpop.interviewing.Receipt;
import dev.voxpop.interviewing.store.GroupCommit;

/** The journal of one try of a batch. */
public final class BatchJournal implements Journal<SlotStep> {

  private final GroupCommit<SlotWriting> commit;
  private final Hold hold;
  private final Seam seam;

  BatchJournal(GroupCommit<SlotWriting> commit, Hold hold, Seam seam) {
    this.commit = commit;
    this.hold = hold;
    this.seam = seam;
  }

  @Override
  public Receipt<SlotStep> write(Entry<SlotStep> entry) throws InterruptedException {
    if (entry.result() instanceof SlotStep.Called) {
      seam.at(Seam.Place.AFTER_CALL);
    }
    SlotWriting writing = new SlotWriting(hold, entry);
    commit.put(writing);
    Receipt<SlotStep> receipt = writing.receipt();
    if (entry.result() != null) {
      seam.at(Seam.Place.AFTER_COMMIT);
    }
    if (entry.cursor().phase() == Cursor.Phase.CALLING) {
      seam.at(Seam.Place.AFTER_CURSOR);
    }
    return receipt;
  }
}
