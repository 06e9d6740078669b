package dev.voxpop.survey.prompt;

import dev.voxpop.instrument.format.BlockWriter;
import dev.voxpop.instrument.format.Preceding;
import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.Message;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.PromptText;
import java.util.ArrayList;
import java.util.List;

/**
 * What has been said so far in an interview, ready to be followed by a question. Immutable; an
 * extension shares the text and bytes of what it extends.
 *
 * <p>Parts are separated by one blank line; an answer follows its cue after one space.
 */
public sealed interface Transcript {

  /** The prompt that asks the block next. */
  Prompt prompt(String block, Decoding decoding);

  /** This transcript with a block and its answer. */
  Transcript answered(String block, String answer);

  /** Whether anything stands before the next block. */
  Preceding preceding();

  /** Opens a transcript with a passage, which may be empty. */
  static Transcript open(BlockWriter blocks, PromptText system, String passage) {
    PromptText text = PromptText.of(passage);
    return switch (blocks.format().mode()) {
      case COMPLETION -> new Growing(blocks, text);
      case CHAT -> new OneMessage(blocks, system, text);
      case CHAT_MULTI_TURN -> new Conversation(blocks, system, text, List.of());
    };
  }

  /** One growing text, for base models. */
  record Growing(BlockWriter blocks, PromptText text) implements Transcript {
    @Override
    public Prompt prompt(String block, Decoding decoding) {
      return new Prompt.Text(followed(text, block), decoding);
    }

    @Override
    public Transcript answered(String block, String answer) {
      return new Growing(blocks, followed(text, blocks.answered(block, answer)));
    }

    @Override
    public Preceding preceding() {
      return of(text);
    }
  }

  /** The same growing text as one user message. */
  record OneMessage(BlockWriter blocks, PromptText system, PromptText text) implements Transcript {
    @Override
    public Prompt prompt(String block, Decoding decoding) {
      Message message = new Message(Message.Role.USER, followed(text, block));
      return new Prompt.Chat(system, List.of(message), decoding);
    }

    @Override
    public Transcript answered(String block, String answer) {
      return new OneMessage(blocks, system, followed(text, blocks.answered(block, answer)));
    }

    @Override
    public Preceding preceding() {
      return of(text);
    }
  }

  /** Questions as user messages, answers as the model's own; the passage opens the first one. */
  record Conversation(BlockWriter blocks, PromptText system, PromptText passage, List<Message> said)
      implements Transcript {
    public Conversation {
      said = List.copyOf(said);
    }

    @Override
    public Prompt prompt(String block, Decoding decoding) {
      List<Message> messages = new ArrayList<>(said);
      messages.add(question(block));
      return new Prompt.Chat(system, messages, decoding);
    }

    @Override
    public Transcript answered(String block, String answer) {
      List<Message> messages = new ArrayList<>(said);
      messages.add(question(block));
      messages.add(Message.assistant(answer));
      return new Conversation(blocks, system, passage, messages);
    }

    @Override
    public Preceding preceding() {
      return said.isEmpty() ? of(passage) : Preceding.TEXT;
    }

    private Message question(String block) {
      return said.isEmpty()
          ? new Message(Message.Role.USER, followed(passage, block))
          : Message.user(block);
    }
  }

  private static PromptText followed(PromptText text, String block) {
    return text.length() == 0 ? PromptText.of(block) : text.plus("\n\n" + block);
  }

  private static Preceding of(PromptText text) {
    return text.length() == 0 ? Preceding.NOTHING : Preceding.TEXT;
  }
}
