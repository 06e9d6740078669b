package dev.voxpop.survey.store;

import dev.voxpop.outbox.OutboxMessage;
import dev.voxpop.survey.interview.Draw;
import dev.voxpop.survey.interview.Persona;

/** The events of an arm's answers. */
@FunctionalInterface
public interface EventSource {
  /** The event that reports an answer; its id is the answer's. */
  OutboxMessage of(Persona persona, int repeat, Draw answer);
}
