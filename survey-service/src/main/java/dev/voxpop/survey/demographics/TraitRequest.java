package dev.voxpop.survey.demographics;

import dev.voxpop.contracts.event.AnswerState;
import dev.voxpop.interviewing.Fault;
import dev.voxpop.interviewing.Move;
import dev.voxpop.languagemodel.Pricing;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Usage;
import dev.voxpop.survey.interview.Utterance;
import dev.voxpop.survey.prompt.PromptHash;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** What requests about traits have in common. */
sealed interface TraitRequest extends Move.Ask<TraitResult>
    permits ReaderRequest, SampledRequest, LogprobRequest {

  /** The place of a request in its series, and whether its trait is finished with it. */
  record Ordinal(int request, TraitResult.Standing standing) {}

  /** What is asked of whom. */
  record Asking(
      TraitStep step, Ordinal ordinal, String alias, Prompt prompt, int seed, Pricing pricing) {}

  /** What is asked of whom. */
  Asking asking();

  /** Where the result comes from. */
  TraitResult.Source source();

  @Override
  default String alias() {
    return asking().alias();
  }

  @Override
  default Prompt prompt() {
    return asking().prompt();
  }

  @Override
  default TraitResult failed(Fault fault) {
    TraitDraw error = new TraitDraw(AnswerState.ERROR, null, fault.raw());
    OptionalLong micros =
        asking().pricing().isKnown()
            ? OptionalLong.of(fault.bill().micros())
            : OptionalLong.empty();
    Usage usage = new Usage(fault.bill().tokens(), 0, 0, 0, Usage.Source.ESTIMATED);
    return new TraitResult(
        asking().ordinal().request(),
        asking().step().trait(),
        source(),
        asking().step().firstDraw(),
        question(),
        Collections.nCopies(asking().step().draws(), error),
        List.of(),
        fault.reason().wireName(),
        new Utterance("", null, "", 0, usage, micros),
        asking().ordinal().standing());
  }

  /** The result of draws and masses that came with a reply. */
  default TraitResult ended(Reply reply, List<TraitDraw> draws, List<Double> masses) {
    return new TraitResult(
        asking().ordinal().request(),
        asking().step().trait(),
        source(),
        asking().step().firstDraw(),
        question(),
        draws,
        masses,
        null,
        said(reply),
        asking().ordinal().standing());
  }

  private TraitResult.Question question() {
    return new TraitResult.Question(
        PromptHash.of(alias(), prompt()), asking().seed(), asking().step().order());
  }

  private Utterance said(Reply reply) {
    OptionalLong micros =
        asking().pricing().isKnown()
            ? OptionalLong.of(asking().pricing().withoutDiscount(reply.usage()))
            : OptionalLong.empty();
    int latency = Math.toIntExact(Math.min(reply.latency().toMillis(), Integer.MAX_VALUE));
    return new Utterance("", reply.first().finish(), reply.model(), latency, reply.usage(), micros);
  }
}
