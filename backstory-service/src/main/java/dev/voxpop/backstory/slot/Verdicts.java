package dev.voxpop.backstory.slot;

/** Hears of every candidate as soon as its fate is known. */
@FunctionalInterface
public interface Verdicts {

  /** Candidate number {@code candidate} of the slot, over all rounds, passed or failed. */
  void note(int slot, int candidate, char letter);
}
