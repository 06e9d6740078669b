package dev.voxpop.analysis.panel;

/**
 * One declared answer option.
 *
 * @param code code of the pollster, as text
 * @param text wording shown to readers
 * @param position place on the scale; strictly increasing over the options of an ordinal question
 */
public record Option(String code, String text, double position) {

  /** Refuses positions that are not numbers. */
  public Option {
    if (!Double.isFinite(position)) {
      throw new IllegalArgumentException(
          "Option '" + code + "' has the position " + position + ".\nMaybe leave positions out.");
    }
  }
}
