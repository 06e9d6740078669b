package dev.voxpop.survey.store;

import dev.voxpop.survey.interview.Draw;
import dev.voxpop.survey.interview.Persona;

/**
 * An ended draw with whom it was made of; the persona's passage is left out.
 *
 * @param discarded 0 for a draw that counts, else the epoch of the try that came too late
 */
public record StoredDraw(Persona persona, int repeat, int discarded, Draw draw) {}
