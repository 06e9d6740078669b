package dev.voxpop.instrument.format;

/** How a prompt reaches a model. */
public enum Mode {
  /** One growing text. */
  COMPLETION,
  /** One user message. */
  CHAT,
  /** Questions as user messages, answers as assistant messages. */
  CHAT_MULTI_TURN
}
