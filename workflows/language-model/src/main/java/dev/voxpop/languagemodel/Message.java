package dev.voxpop.languagemodel;

/** One turn of a conversation. */
public record Message(Role role, PromptText content) {

  /** Who speaks. */
  public enum Role {
    USER("user"),
    ASSISTANT("assistant");

    private final String wireName;

    Role(String wireName) {
      this.wireName = wireName;
    }

    /** The value in requests. */
    public String wireName() {
      return wireName;
    }
  }

  /** What the asker says. */
  public static Message user(String content) {
    return new Message(Role.USER, PromptText.of(content));
  }

  /** What the model is to have said. */
  public static Message assistant(String content) {
    return new Message(Role.ASSISTANT, PromptText.of(content));
  }
}
