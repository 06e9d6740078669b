package dev.voxpop.survey.demographics;

import dev.voxpop.contracts.event.AnswerState;
import dev.voxpop.interviewing.Move;
import dev.voxpop.interviewing.Place;
import dev.voxpop.interviewing.Protocol;
import java.util.List;

/**
 * The demographic survey of one story: trait by trait, each first looked up by the reader where
 * that is allowed, and asked where the reader found nothing. Every request follows the passage
 * alone, and no draw is asked again for what it says.
 */
public final class TraitSurvey implements Protocol<TraitResult> {
  private final TraitPlan plan;
  private final Subject subject;
  private final List<TraitStep> steps;
  private final int step;

  /** A story: its id and its passage. */
  public record Subject(String story, String passage) {}

  private TraitSurvey(TraitPlan plan, Subject subject, List<TraitStep> steps, int step) {
    this.plan = plan;
    this.subject = subject;
    this.steps = steps;
    this.step = step;
  }

  /** A survey before its first request. */
  public static TraitSurvey begin(TraitPlan plan, Subject subject) {
    return new TraitSurvey(plan, subject, plan.steps(subject.story()), 0);
  }

  @Override
  public Place place() {
    return new Place(step, 0);
  }

  @Override
  public Move<TraitResult> move() {
    return step >= steps.size() ? new Move.Finished<>() : request();
  }

  private Move<TraitResult> request() {
    TraitStep next = steps.get(step);
    boolean last = step + 1 == steps.size() || steps.get(step + 1).trait() != next.trait();
    TraitRequest.Ordinal ordinal =
        new TraitRequest.Ordinal(
            step, last ? TraitResult.Standing.FINISHED : TraitResult.Standing.GOES_ON);
    return switch (next.kind()) {
      case READER -> ReaderRequest.of(plan, subject, next, ordinal);
      case SAMPLED -> SampledRequest.of(plan, subject, next, ordinal);
      case LOGPROB -> LogprobRequest.of(plan, subject, next, ordinal);
    };
  }

  @Override
  public TraitSurvey with(TraitResult stored) {
    int next = stored.request() + 1;
    if (stored.source() == TraitResult.Source.READER && found(stored)) {
      while (next < steps.size() && steps.get(next).trait() == stored.trait()) {
        next++;
      }
    }
    return new TraitSurvey(plan, subject, steps, next);
  }

  static boolean found(TraitResult reading) {
    return reading.draws().stream().anyMatch(draw -> draw.state() == AnswerState.VALID);
  }
}
