package dev.voxpop.languagemodel;

/**
 * A language model that can be asked.
 *
 * <p>Asking blocks; callers are virtual threads. It never repeats a call: one ask is at most one
 * request on the wire. Features depend on this interface alone; a {@link Seat} is the production
 * implementation.
 */
@FunctionalInterface
public interface LanguageModel {

  /**
   * Sends one request and waits for its reply.
   *
   * @throws ModelFailure when there is no usable reply; its type says what to do
   */
  Reply ask(Prompt prompt);
}
