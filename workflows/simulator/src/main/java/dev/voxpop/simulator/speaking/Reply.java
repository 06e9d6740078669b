package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.reading.ChoiceQuestion;
import dev.voxpop.simulator.reading.Task;
import java.util.List;
import java.util.Optional;

/** One choice of a reply. */
public record Reply(String text, Finish finish, int tokens, Optional<Weighed> weighed) {
  /** Why a reply ends. */
  public enum Finish {
    STOP,
    LENGTH
  }

  /**
   * The question that was answered, with the probability of each displayed option before sampling.
   */
  public record Weighed(ChoiceQuestion question, Task.Opening opening, List<Double> odds) {
    public Weighed {
      odds = List.copyOf(odds);
    }
  }

  static Reply cut(String text, Sampling sampling, Optional<Weighed> weighed) {
    int end = text.length();
    for (String stop : sampling.stops()) {
      int at = text.indexOf(stop);
      end = at >= 0 && at < end ? at : end;
    }
    int longest = Tokens.lengthOf(text, sampling.maxTokens());
    Finish finish = longest < end ? Finish.LENGTH : Finish.STOP;
    String kept = text.substring(0, Math.min(end, longest));
    return new Reply(kept, finish, Tokens.count(kept), weighed);
  }
}
