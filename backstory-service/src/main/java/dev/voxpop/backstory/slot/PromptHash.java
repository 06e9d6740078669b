package dev.voxpop.backstory.slot;

import dev.voxpop.contracts.identity.Sha256;
import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.Prompt;
import java.util.ArrayList;
import java.util.List;

/**
 * The hash of a request's content: alias, texts and decoding, without seed, number of choices and
 * log-probabilities, which change nothing of what is asked.
 */
public final class PromptHash {

  private PromptHash() {}

  /** SHA-256 in hex of the request. */
  public static String of(String alias, Prompt prompt) {
    List<String> parts = new ArrayList<>();
    parts.add(alias);
    switch (prompt) {
      case Prompt.Text text -> parts.add(text.text().toString());
      case Prompt.Chat chat -> {
        parts.add(chat.system().toString());
        chat.messages()
            .forEach(
                message -> {
                  parts.add(message.role().wireName());
                  parts.add(message.content().toString());
                });
      }
    }
    Decoding decoding = prompt.decoding();
    parts.add(decoding.temperature() + " " + decoding.topP() + " " + decoding.maxTokens());
    parts.addAll(decoding.stops());
    StringBuilder framed = new StringBuilder();
    parts.forEach(part -> framed.append(part.length()).append(':').append(part));
    return Sha256.hex(framed.toString());
  }
}
