package dev.voxpop.interviewing;

/**
 * A finished step.
 *
 * @param fault why there is no response; "" when there is one
 */
record FakeResult(int step, String fault) implements StepResult {
  @Override
  public Tally tally() {
    return new Tally(1, fault.isEmpty() ? 0 : 1);
  }
}
