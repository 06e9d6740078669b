package dev.voxpop.contracts.experiments;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.voxpop.contracts.run.Allowance;

/** A part of the budget that may be spent. */
public record Grant(Allowance granted, Outlook outlook) {

  /** Whether asking again can help. */
  public enum Outlook {
    /** At least the least that was asked for. */
    ENOUGH("enough"),
    /** Nothing for now: other work holds money that it may give back. */
    LATER("later"),
    /** Whatever is left of the budget, perhaps nothing; no more will come back. */
    LAST("last");

    private final String wireName;

    Outlook(String wireName) {
      this.wireName = wireName;
    }

    /** The value in messages. */
    @JsonValue
    public String wireName() {
      return wireName;
    }
  }
}
