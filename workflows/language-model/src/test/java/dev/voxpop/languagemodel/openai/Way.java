package dev.voxpop.languagemodel.openai;

import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.openai.ModelSettings.Kind;

/** The ways that a call can take: two adapters, the first for two kinds of prompt. */
enum Way {
  TEXT_BY_REST(Kind.COMPLETION),
  CHAT_BY_REST(Kind.CHAT),
  CHAT_BY_LANGCHAIN(Kind.CHAT);

  private final Kind kind;

  Way(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  Prompt prompt() {
    Decoding decoding = Decoding.ofMaxTokens(16);
    return switch (this) {
      case TEXT_BY_REST -> Prompt.Text.of("Q: Tea or coffee?\nA:", decoding);
      case CHAT_BY_REST -> Prompt.Chat.of("Tea or coffee?", decoding.withChoices(2));
      case CHAT_BY_LANGCHAIN -> Prompt.Chat.of("Tea or coffee?", decoding);
    };
  }

  /** A well-formed reply with this choice's inside. */
  String envelope(String text) {
    String choice =
        kind == Kind.CHAT
            ? "{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":" + text + "}"
            : "{\"index\":0,\"text\":" + text;
    return "{\"id\":\"x\",\"model\":\"m\",\"choices\":["
        + choice
        + ",\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2}}";
  }
}
