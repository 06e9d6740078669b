package dev.voxpop.backstory.slot;

import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.Message;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.PromptText;
import java.util.List;

/**
 * The prompts of a slot. Whether a model is asked by text or by chat is a property of its alias.
 */
final class Prompts {

  private static final String CHAT = "chat";
  private static final int PREAMBLE_TOKENS = 100;
  private static final int VERDICT_TOKENS = 128;

  private final SlotRules rules;

  Prompts(SlotRules rules) {
    this.rules = rules;
  }

  Prompt preamble(CallKey key, String question) {
    Decoding decoding =
        Decoding.ofMaxTokens(PREAMBLE_TOKENS)
            .withStops(rules.layout().preambleStops())
            .withSeed(rules.seedOf(key));
    return of(rules.writer(), rules.layout().prompt("", question), decoding);
  }

  Prompt candidates(CallKey key, String text, int choices) {
    Decoding decoding =
        Decoding.ofMaxTokens(rules.maxTokens())
            .withChoices(choices)
            .withStops(rules.layout().storyStops())
            .withTopLogprobs(Math.min(1, rules.writer().topLogprobs()))
            .withSeed(rules.seedOf(key));
    return of(rules.writer(), text, decoding);
  }

  /** A chat judge gets the story alone as the user's message; a base model one more example. */
  Prompt judge(CallKey key, String story) {
    Decoding decoding =
        Decoding.ofMaxTokens(VERDICT_TOKENS).withSampling(0, 1).withSeed(rules.seedOf(key));
    if (rules.judge().kind().equals(CHAT)) {
      return new Prompt.Chat(
          PromptText.of(rules.judgeText()), List.of(Message.user(story)), decoding);
    }
    String text = rules.judgeText() + "\n\nThe next text\nText: " + story + "\nReason:";
    return Prompt.Text.of(text, decoding.withStops(List.of("\n\n")));
  }

  private static Prompt of(ModelFacts model, String text, Decoding decoding) {
    return model.kind().equals(CHAT)
        ? Prompt.Chat.of(text, decoding)
        : Prompt.Text.of(text, decoding);
  }
}
