package dev.voxpop.survey.store;

import dev.voxpop.survey.interview.Draw;
import dev.voxpop.survey.interview.Persona;
import java.util.UUID;

/** An answer with whom it was given by; the persona's passage is left out. */
public record StoredAnswer(UUID id, Persona persona, int repeat, Draw answer) {}
