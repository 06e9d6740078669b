package dev.voxpop.survey.prompt;

import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.Message;
import dev.voxpop.languagemodel.Prompt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a request: SHA-256 over model alias, decoding and messages or text, each with its
 * length, without seed, draw and try. Two requests with equal hash ask the same of the same model.
 */
public final class PromptHash {
  /** The hash of no request at all, for cells that are never asked. */
  public static final String OF_NOTHING = hex(sha256().digest());

  private final MessageDigest digest = sha256();

  private PromptHash() {}

  /** The hash of a prompt to an alias, 64 hex digits. */
  public static String of(String alias, Prompt prompt) {
    PromptHash hash = new PromptHash();
    hash.add(alias);
    hash.add(prompt.decoding());
    switch (prompt) {
      case Prompt.Text text -> {
        hash.add("text");
        hash.add(text.text().toString());
      }
      case Prompt.Chat chat -> {
        hash.add("chat");
        hash.add(chat.system().toString());
        chat.messages().forEach(hash::add);
      }
    }
    return hex(hash.digest.digest());
  }

  private void add(Decoding decoding) {
    add(
        String.join(
            " ",
            Integer.toString(decoding.choices()),
            Double.toString(decoding.temperature()),
            Double.toString(decoding.topP()),
            Integer.toString(decoding.maxTokens()),
            Integer.toString(decoding.topLogprobs())));
    add(Integer.toString(decoding.stops().size()));
    decoding.stops().forEach(this::add);
    add(decoding.schema().map(Decoding.Schema::json).orElse(""));
  }

  private void add(Message message) {
    add(message.role().wireName());
    add(message.content().toString());
  }

  private void add(String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
