package dev.voxpop.instrument.wave;

/**
 * How a wave is asked unless the experiment says otherwise.
 *
 * @param inSeries earlier answers stay in the prompt
 * @param randomiseQuestions question order is drawn per persona
 * @param randomiseOptions option order is drawn per persona and question
 * @param consistencyLine a reminder to answer consistently stands before a block
 * @param forcingLine the displayed marks are listed before the cue
 */
public record Defaults(
    boolean inSeries,
    boolean randomiseQuestions,
    boolean randomiseOptions,
    boolean consistencyLine,
    boolean forcingLine) {
  /** Everything on. */
  public static Defaults standard() {
    return new Defaults(true, true, true, true, true);
  }
}
