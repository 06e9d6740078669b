package dev.voxpop.backstory.store;

import dev.voxpop.backstory.slot.SlotStep;
import dev.voxpop.interviewing.Entry;
import dev.voxpop.interviewing.store.Waiting;

/** An entry of one hold on its way into a group commit. */
public final class SlotWriting extends Waiting<SlotStep> {
  private final Hold hold;

  SlotWriting(Hold hold, Entry<SlotStep> entry) {
    super(hold.experiment(), entry);
    this.hold = hold;
  }

  Hold hold() {
    return hold;
  }
}
