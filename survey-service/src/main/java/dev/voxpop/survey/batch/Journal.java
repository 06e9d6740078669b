package dev.voxpop.survey.batch;

/** The store of a batch's entries. */
public interface Journal<R extends StepResult> {
  /**
   * Stores an entry and waits for the commit.
   *
   * @throws JournalClosed when the store gave up; the entry may or may not be stored
   */
  Receipt<R> write(Entry<R> entry) throws InterruptedException;

  /** The store is out of reach for too long. */
  final class JournalClosed extends RuntimeException {
    /** With the store's own complaint. */
    public JournalClosed(Throwable cause) {
      super("The store did not take an entry in time.\nMaybe the database is down.", cause);
    }
  }
}
