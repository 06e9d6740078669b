package dev.voxpop.analysis.verification;

/**
 * One disagreement between a report and its rows.
 *
 * @param file name of the file
 * @param place where in the file; empty for the whole of it
 * @param text what disagrees
 */
public record Finding(String file, String place, String text) {

  /** The finding in one line. */
  @Override
  public String toString() {
    return place.isEmpty() ? file + ": " + text : file + ", " + place + ": " + text;
  }
}
