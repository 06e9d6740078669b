package dev.voxpop.survey.batch;

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

    /** The result when the cell has no usable response. */
    R failed(Fault fault);
  }

  /** Stores a result that needs no call. */
  record Tell<R extends StepResult>(R result) implements Move<R> {}

  /** Has nothing left to do. */
  record Finished<R extends StepResult>() implements Move<R> {}
}
