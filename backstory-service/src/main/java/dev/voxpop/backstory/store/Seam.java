package dev.voxpop.backstory.store;

/** The places between a call and its rows; production does nothing there. */
@FunctionalInterface
public interface Seam {

  /** Nothing. */
  Seam NONE = place -> {};

  /** A place. */
  enum Place {
    AFTER_CURSOR,
    AFTER_CALL,
    AFTER_COMMIT
  }

  /** A thread has come to this place. */
  void at(Place place);
}
