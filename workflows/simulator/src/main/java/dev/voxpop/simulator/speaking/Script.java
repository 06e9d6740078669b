package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.reading.Turn;
import java.util.List;

/** What a model is given to go on with. */
public sealed interface Script {
  /** A text to continue: a base model's form. */
  record Text(String prompt) implements Script {}

  /** Messages to reply to: a chat model's form. */
  record Chat(List<Turn> turns) implements Script {
    public Chat {
      turns = List.copyOf(turns);
    }
  }
}
