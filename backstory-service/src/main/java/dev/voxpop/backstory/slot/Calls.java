package dev.voxpop.backstory.slot;

import dev.voxpop.languagemodel.Prompt;

/** The way to the models: a call that was paid once is never paid again. */
@FunctionalInterface
public interface Calls {

  /**
   * What the call said, from the journal or from the model.
   *
   * @throws RuntimeException when the slot cannot go on for now
   */
  Said ask(CallKey key, String alias, Prompt prompt);
}
