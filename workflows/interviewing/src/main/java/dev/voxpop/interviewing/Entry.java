package dev.voxpop.interviewing;

import org.jspecify.annotations.Nullable;

/**
 * What a series wants to have stored at once.
 *
 * @param cursor where it stands afterwards
 * @param result the result of a step; null when only the cursor moves
 * @param bill what was spent since the last entry
 */
public record Entry<R extends StepResult>(
    SeriesKey key, Cursor cursor, @Nullable R result, Bill bill) {}
