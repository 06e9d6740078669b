package dev.voxpop.interviewing;

/** The store of a batch's entries. */
@FunctionalInterface
public interface Journal<R extends StepResult> {

  /**
   * Stores an entry and waits for the commit.
   *
   * @throws StoreUnavailable when the store gave up; the entry may or may not be stored
   */
  Receipt<R> write(Entry<R> entry) throws InterruptedException;
}
