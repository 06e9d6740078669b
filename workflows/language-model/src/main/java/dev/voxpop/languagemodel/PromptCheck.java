package dev.voxpop.languagemodel;

import static dev.voxpop.contracts.failure.FailureType.CONTEXT_TOO_LONG;

import dev.voxpop.contracts.run.CheckReport.ModelFacts;

/** What is known of a prompt before it is sent: whether the model can answer it at all. */
final class PromptCheck {

  private final ModelFacts facts;

  PromptCheck(ModelFacts facts) {
    this.facts = facts;
  }

  void check(Prompt prompt, long promptTokens) {
    Decoding decoding = prompt.decoding();
    if (!suits(prompt)
        || decoding.choices() > facts.maxN()
        || decoding.topLogprobs() > facts.topLogprobs()) {
      throw new IllegalArgumentException(
          ("Model alias \"%s\" is of kind %s with at most %d choices and %d log-probabilities;"
                  + " asked was %s.\nMaybe check the alias's facts before asking.")
              .formatted(
                  facts.alias(),
                  facts.kind(),
                  facts.maxN(),
                  facts.topLogprobs(),
                  prompt.getClass().getSimpleName() + " with " + decoding));
    }
    long wanted = promptTokens + decoding.maxTokens();
    if (wanted > facts.contextWindow()) {
      throw tooLong(wanted);
    }
  }

  private boolean suits(Prompt prompt) {
    return switch (prompt) {
      case Prompt.Text _ -> facts.kind().equals("completion");
      case Prompt.Chat _ -> facts.kind().equals("chat");
    };
  }

  private ModelFailure tooLong(long wanted) {
    return ModelFailure.of(
            CONTEXT_TOO_LONG,
            ("About %d tokens of prompt and output do not fit into the %d of model alias \"%s\".\n"
                    + "Maybe use a model with a larger context window, or shorter stories.")
                .formatted(wanted, facts.contextWindow(), facts.alias()))
        .unsent()
        .failure();
  }
}
