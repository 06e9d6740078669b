package dev.voxpop.contracts.experiment;

/** How questions are set: marks, brackets, role labels and the way to the model. */
public record PromptFormat(Symbol symbol, Bracket bracket, Roles roles, Mode mode) {

  /** (A), question and answer, one growing text. */
  public static final PromptFormat DEFAULT =
      new PromptFormat(Symbol.UPPER, Bracket.ROUND, Roles.QUESTION_ANSWER, Mode.COMPLETION);
}
