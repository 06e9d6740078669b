package dev.voxpop.simulator.reading;

/** A message of a chat. */
public record Turn(Role role, String text) {
  /** Who speaks. */
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT
  }
}
