package dev.voxpop.contracts.event;

import java.util.Arrays;

/** How a planned answer ended. The sum over states is the number of planned cells. */
public enum AnswerState {
  /** Exactly one substantive option. */
  VALID("valid"),
  /** Refusal option, refusal phrase, or "don't know". */
  REFUSED("refused"),
  /** Text without one clear option; the reason is given. */
  UNREADABLE("unreadable"),
  /** Cut by the token limit before a clear answer. */
  TRUNCATED("truncated"),
  /** No usable response for a reason of this cell. */
  ERROR("error"),
  /** Not asked by questionnaire logic. */
  SKIPPED("skipped"),
  /** The run ended first. */
  NOT_REACHED("not_reached");

  private final String wireName;

  AnswerState(String wireName) {
    this.wireName = wireName;
  }

  /** The name in rows, events and exports. */
  public String wireName() {
    return wireName;
  }

  /** The state with this wire name. */
  public static AnswerState parse(String wireName) {
    return Arrays.stream(values())
        .filter(state -> state.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + wireName + "' is no answer state.\nMaybe a newer writer sent it."));
  }
}
