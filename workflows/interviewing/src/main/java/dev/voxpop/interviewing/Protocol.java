package dev.voxpop.interviewing;

/**
 * The immutable state of a series: what comes next, and the state that follows a stored result. It
 * knows neither storage nor time nor threads, so a series that is continued in another process from
 * the stored results asks exactly what it would have asked.
 */
public interface Protocol<R extends StepResult> {
  /** What comes next. */
  Move<R> move();

  /** The state after a stored result. */
  Protocol<R> with(R stored);

  /** Where the series stands. */
  Place place();
}
