package dev.voxpop.survey.demographics;

import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.survey.answer.FirstToken;
import dev.voxpop.survey.prompt.Transcript;
import java.util.List;

/**
 * A request for one token with the log-probabilities of what could have stood there. A growing text
 * ends with the opening bracket, because tokenisers commonly cut after it.
 */
record LogprobRequest(TraitPlan plan, Asking asking) implements TraitRequest {

  static LogprobRequest of(
      TraitPlan plan, TraitSurvey.Subject subject, TraitStep step, Ordinal ordinal) {
    TraitPlan.Asked asked = plan.asked(step.trait());
    Transcript passage = SampledRequest.passage(plan, asked, subject);
    PromptFormat format = asked.blocks().format();
    String block = asked.blocks().block(asked.item(), step.order(), passage.preceding());
    String opened =
        format.mode() == Mode.COMPLETION && !format.opening().isEmpty()
            ? asked.blocks().answered(block, format.opening())
            : block;
    int seed = plan.requestSeed(subject.story(), ordinal.request());
    Decoding decoding = plan.firstToken().withSeed(seed);
    return new LogprobRequest(
        plan,
        new Asking(
            step,
            ordinal,
            plan.models().answering().alias(),
            passage.prompt(opened, decoding),
            seed,
            plan.models().answer()));
  }

  @Override
  public TraitResult.Source source() {
    return TraitResult.Source.LOGPROB;
  }

  @Override
  public TraitResult read(Reply reply) {
    PromptFormat format = plan.asked(asking.step().trait()).blocks().format();
    return ended(reply, List.of(), FirstToken.masses(reply.first(), format, asking.step().order()));
  }
}
