package dev.voxpop.survey.interview;

import dev.voxpop.contracts.event.AnswerState;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.interviewing.Fault;
import dev.voxpop.interviewing.Move;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Usage;
import dev.voxpop.survey.prompt.PromptHash;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A question about to be asked. */
record Asking(ArmPlan plan, Cell cell, DrawAhead draw, Prompt prompt) implements Move.Ask<Draw> {

  /** Number and seed of the draw; state of draw 0 when this is a later one. */
  record DrawAhead(int number, int seed, @Nullable AnswerState firstState) {}

  @Override
  public String alias() {
    return plan.alias();
  }

  @Override
  public Draw read(Reply reply) {
    Reply.Choice choice = reply.first();
    Finding finding = plan.reader(cell.question()).read(choice, cell.order());
    Utterance utterance =
        new Utterance(
            choice.text(),
            choice.finish(),
            reply.model(),
            Math.toIntExact(Math.min(reply.latency().toMillis(), Integer.MAX_VALUE)),
            reply.usage(),
            cost(reply.usage()));
    Draw.Finality finality = plan.reAsk().after(draw.number(), finding.state());
    return ended(finding, plan.masses(choice, cell), utterance, finality);
  }

  @Override
  public Draw failed(Fault fault) {
    Allowance bill = fault.bill();
    Usage usage = new Usage(bill.tokens(), 0, 0, 0, Usage.Source.ESTIMATED);
    OptionalLong micros =
        plan.pricing().isKnown() ? OptionalLong.of(bill.micros()) : OptionalLong.empty();
    Finding finding = Finding.without(AnswerState.ERROR, fault.reason().wireName());
    Utterance utterance = new Utterance(fault.raw(), null, "", 0, usage, micros);
    boolean unasked = bill.calls() == 0 && draw.number() == 0;
    return ended(
        finding, List.of(), utterance, unasked ? Draw.Finality.UNASKED : Draw.Finality.ANSWER);
  }

  private Draw ended(
      Finding finding, List<Double> masses, Utterance utterance, Draw.Finality finality) {
    return new Draw(
        cell,
        draw.number(),
        draw.seed(),
        PromptHash.of(plan.alias(), prompt),
        finding,
        masses,
        draw.firstState() == null ? finding.state() : draw.firstState(),
        utterance,
        finality);
  }

  private OptionalLong cost(Usage usage) {
    return plan.pricing().isKnown()
        ? OptionalLong.of(plan.pricing().withoutDiscount(usage))
        : OptionalLong.empty();
  }
}
