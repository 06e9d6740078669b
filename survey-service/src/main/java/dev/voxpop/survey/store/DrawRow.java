package dev.voxpop.survey.store;

import dev.voxpop.interviewing.SeriesKey;
import dev.voxpop.survey.interview.Draw;

/** A draw with the name of its series. */
public record DrawRow(SeriesKey key, Draw draw) {}
