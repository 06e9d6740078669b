package dev.voxpop.backstory.batch;

/** The way out of a slot that cannot go on for now; what it has is in the journal. */
final class Unwound extends RuntimeException {

  private static final long serialVersionUID = 1;

  Unwound() {
    super("a slot stops for now", null, false, false);
  }
}
