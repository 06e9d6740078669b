package dev.voxpop.survey.store;

/**
 * A batch to be taken.
 *
 * @param experiment the experiment that pays for it
 * @param path the workflow that asks for it
 * @param first first ordinal
 * @param end one past the last ordinal
 * @param turn how often the workflow has asked for it
 */
public record Claim(
    RosterRow roster, String experiment, String path, int first, int end, int turn) {
  SeriesTable.Range range() {
    return new SeriesTable.Range(roster.key(), first, end);
  }

  Hold hold(int epoch) {
    return new Hold(roster.key(), experiment, first, epoch);
  }
}
