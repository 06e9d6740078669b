package dev.voxpop.simulator.server;

import dev.voxpop.simulator.speaking.Ask;
import java.util.OptionalLong;

/**
 * A request for text or chat completion, checked.
 *
 * @param form which of the two
 * @param ask what to reply to; its sampling's seed stands in until {@code seed} is resolved
 * @param n the number of choices
 * @param seed the caller's seed, if any
 * @param top how many alternatives per token to report; −1 for no log-probabilities
 */
record ApiRequest(Form form, Ask ask, int n, OptionalLong seed, int top) {
  /** The endpoint asked. */
  enum Form {
    TEXT("sim-base-1"),
    CHAT("sim-chat-1");

    private final String model;

    Form(String model) {
      this.model = model;
    }

    String model() {
      return model;
    }
  }
}
