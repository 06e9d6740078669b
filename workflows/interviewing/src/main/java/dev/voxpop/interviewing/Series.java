package dev.voxpop.interviewing;

/**
 * A series to be gone on with.
 *
 * @param protocol its state after all that is stored
 */
public record Series<R extends StepResult>(
    SeriesKey key, Protocol<R> protocol, Cursor.Trouble trouble) {}
