package dev.voxpop.languagemodel;

import java.util.List;

/** What a model is asked: a text to continue or a conversation to answer. */
public sealed interface Prompt {

  /** How the reply is drawn. */
  Decoding decoding();

  /** The length of all texts in UTF-16 units. */
  long length();

  /** A text to continue, for base models. */
  record Text(PromptText text, Decoding decoding) implements Prompt {

    /** A text that is not extended later. */
    public static Text of(String text, Decoding decoding) {
      return new Text(PromptText.of(text), decoding);
    }

    @Override
    public long length() {
      return text.length();
    }
  }

  /**
   * A conversation to answer, for chat models.
   *
   * @param system the instruction before the conversation; empty = none
   */
  record Chat(PromptText system, List<Message> messages, Decoding decoding) implements Prompt {

    /** Copies the messages. */
    public Chat {
      messages = List.copyOf(messages);
      if (messages.isEmpty()) {
        throw new IllegalArgumentException(
            "A chat prompt has no message.\nMaybe add the question as a user message.");
      }
    }

    /** One question without an instruction. */
    public static Chat of(String question, Decoding decoding) {
      return new Chat(PromptText.EMPTY, List.of(Message.user(question)), decoding);
    }

    @Override
    public long length() {
      return system.length() + messages.stream().mapToLong(m -> m.content().length()).sum();
    }
  }
}
