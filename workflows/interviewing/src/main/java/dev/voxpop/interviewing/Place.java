package dev.voxpop.interviewing;

/**
 * Where a series stands.
 *
 * @param step steps that are finished, which is also the position of the one at hand
 * @param draw ended draws of the step at hand
 */
public record Place(int step, int draw) {
  /** The beginning. */
  public static final Place START = new Place(0, 0);
}
