package dev.voxpop.survey.demographics;

import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.interviewing.StepResult;
import dev.voxpop.survey.interview.Utterance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ended request about a trait: an array of draws, or the option masses of a first token.
 *
 * @param request number of the request in the story's series, from 0
 * @param masses probability per option, the refusal last; empty unless read from log-probabilities
 * @param reason why all draws are errors; null when they are not
 * @param said model, usage and cost of the call; its text stays empty
 */
public record TraitResult(
    int request,
    int trait,
    Source source,
    int firstDraw,
    Question question,
    List<TraitDraw> draws,
    List<Double> masses,
    @Nullable String reason,
    Utterance said,
    Standing standing)
    implements StepResult {

  /** Copies the lists. */
  public TraitResult {
    draws = List.copyOf(draws);
    masses = List.copyOf(masses);
  }

  /** What was asked. */
  public record Question(String promptHash, int seed, DisplayOrder order) {}

  /** Where a distribution comes from. */
  public enum Source {
    READER("reader"),
    SAMPLED("sampled"),
    LOGPROB("logprob");

    private final String wireName;

    Source(String wireName) {
      this.wireName = wireName;
    }

    /** The name in rows. */
    public String wireName() {
      return wireName;
    }
  }

  /** Whether the trait has further requests. */
  public enum Standing {
    GOES_ON,
    /** The trait is finished. */
    FINISHED
  }

  @Override
  public Tally tally() {
    return standing == Standing.FINISHED ? new Tally(1, 0) : Tally.NOTHING;
  }
}
