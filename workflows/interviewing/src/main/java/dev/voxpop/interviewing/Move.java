package dev.voxpop.interviewing;

import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Reply;

/** What a series does next. */
public sealed interface Move<R extends StepResult> {

  /** Asks a model. */
  non-sealed interface Ask<R extends StepResult> extends Move<R> {
    /** The alias of the model. */
    String alias();

    /** What it is asked. */
    Prompt prompt();

    /** The result of a reply. */
    R read(Reply reply);

    /** The result when the step has no usable response. */
    R failed(Fault fault);
  }

  /** Stores a result that needs no call. */
  record Tell<R extends StepResult>(R result) implements Move<R> {}

  /**
   * Cannot go on before a person has looked.
   *
   * @param detail one line for the operator
   */
  record Halt<R extends StepResult>(PauseReason reason, String detail) implements Move<R> {}

  /** Has nothing left to do. */
  record Finished<R extends StepResult>() implements Move<R> {}
}
