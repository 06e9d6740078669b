package dev.voxpop.survey.demographics;

import dev.voxpop.contracts.event.AnswerState;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.PromptText;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.survey.interview.Finding;
import dev.voxpop.survey.prompt.Transcript;
import java.util.ArrayList;
import java.util.List;

/** A request for several draws of an answer; a choice that did not come is an error. */
record SampledRequest(TraitPlan plan, Asking asking) implements TraitRequest {

  static SampledRequest of(
      TraitPlan plan, TraitSurvey.Subject subject, TraitStep step, Ordinal ordinal) {
    TraitPlan.Asked asked = plan.asked(step.trait());
    Transcript passage = passage(plan, asked, subject);
    String block = asked.blocks().block(asked.item(), step.order(), passage.preceding());
    int seed = plan.requestSeed(subject.story(), ordinal.request());
    Decoding decoding = plan.sampling(asked.blocks(), step.draws()).withSeed(seed);
    return new SampledRequest(
        plan,
        new Asking(
            step,
            ordinal,
            plan.models().answering().alias(),
            passage.prompt(block, decoding),
            seed,
            plan.models().answer()));
  }

  static Transcript passage(TraitPlan plan, TraitPlan.Asked asked, TraitSurvey.Subject subject) {
    PromptText system =
        asked.blocks().format().mode() == Mode.COMPLETION
            ? PromptText.EMPTY
            : PromptText.of(plan.words().text());
    return Transcript.open(asked.blocks(), system, subject.passage());
  }

  @Override
  public TraitResult.Source source() {
    return TraitResult.Source.SAMPLED;
  }

  @Override
  public TraitResult read(Reply reply) {
    List<TraitDraw> draws = new ArrayList<>();
    for (int i = 0; i < asking.step().draws(); i++) {
      draws.add(
          i < reply.choices().size()
              ? draw(reply.choices().get(i))
              : new TraitDraw(AnswerState.ERROR, null, ""));
    }
    return ended(reply, draws, List.of());
  }

  private TraitDraw draw(Reply.Choice choice) {
    if (choice.finish() == Reply.Finish.FILTERED) {
      return new TraitDraw(AnswerState.ERROR, null, choice.text());
    }
    Finding finding =
        plan.asked(asking.step().trait()).reader().read(choice, asking.step().order());
    return new TraitDraw(finding.state(), finding.option(), choice.text());
  }
}
