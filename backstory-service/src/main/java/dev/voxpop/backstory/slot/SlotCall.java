package dev.voxpop.backstory.slot;

import dev.voxpop.interviewing.Fault;
import dev.voxpop.interviewing.Move;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Usage;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

/**
 * The next call of a slot.
 *
 * @param after the slot once the reply is known
 */
record SlotCall(CallKey key, String alias, Prompt prompt, Function<Recorded, SlotSeries> after)
    implements Move.Ask<SlotStep> {

  private static final Usage NO_USAGE = new Usage(0, 0, 0, 0, Usage.Source.ESTIMATED);

  @Override
  public SlotStep read(Reply reply) {
    return called(Said.of(reply), reply.latency());
  }

  @Override
  public SlotStep failed(Fault fault) {
    Usage usage = Objects.requireNonNullElse(fault.usage(), NO_USAGE);
    return called(Said.fault(reason(fault.reason()), usage), Duration.ZERO);
  }

  /** The word of the journal's rows. */
  private static String reason(Fault.Reason reason) {
    return switch (reason) {
      case CONTENT_FILTER -> "content-filter";
      case CONTEXT_LENGTH -> "context-length";
      case MALFORMED -> "malformed";
      case REJECTED -> "rejected";
    };
  }

  private SlotStep called(Said said, Duration latency) {
    Recorded recorded = new Recorded(PromptHash.of(alias, prompt), said);
    SlotStep.Origin origin =
        new SlotStep.Origin(alias, prompt.decoding().seed().orElse(-1), latency);
    SlotSeries next = after.apply(recorded);
    SlotEnd end =
        next.move() instanceof Move.Tell<SlotStep>(SlotStep.Ended(SlotEnd how)) ? how : null;
    return new SlotStep.Called(key, recorded, origin, next.letters(), end);
  }
}
