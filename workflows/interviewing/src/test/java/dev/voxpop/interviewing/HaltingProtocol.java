package dev.voxpop.interviewing;

import dev.voxpop.contracts.run.PauseReason;

/** A series that a person has to look at first. */
record HaltingProtocol() implements Protocol<FakeResult> {
  @Override
  public Move<FakeResult> move() {
    return new Move.Halt<>(PauseReason.PROMPT_DRIFT, "look at this");
  }

  @Override
  public Protocol<FakeResult> with(FakeResult stored) {
    return this;
  }

  @Override
  public Place place() {
    return Place.START;
  }
}
