package dev.voxpop.survey.demographics;

import dev.voxpop.contracts.event.AnswerState;
import dev.voxpop.instrument.format.Preceding;
import dev.voxpop.instrument.item.OptionRole;
import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.Message;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.PromptText;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.survey.interview.Finding;
import java.util.List;

/**
 * A request to a reader model that looks into the story. Only a clear option on the last line of a
 * finished reply counts as found; "not mentioned", a refusal and everything else does not.
 */
record ReaderRequest(TraitPlan plan, Asking asking) implements TraitRequest {
  private static final int MOST_TOKENS = 256;

  static ReaderRequest of(
      TraitPlan plan, TraitSurvey.Subject subject, TraitStep step, Ordinal ordinal) {
    TraitPlan.Asked asked = plan.read(step.trait());
    String block = asked.blocks().block(asked.item(), step.order(), Preceding.NOTHING);
    String message = plan.readerWords().message(subject.passage(), block);
    int seed = plan.requestSeed(subject.story(), ordinal.request());
    Decoding decoding = Decoding.ofMaxTokens(MOST_TOKENS).withSampling(0, 1).withSeed(seed);
    Prompt prompt =
        new Prompt.Chat(
            PromptText.of(plan.readerWords().system()), List.of(Message.user(message)), decoding);
    return new ReaderRequest(
        plan,
        new Asking(
            step, ordinal, plan.models().reading().alias(), prompt, seed, plan.models().read()));
  }

  @Override
  public TraitResult.Source source() {
    return TraitResult.Source.READER;
  }

  @Override
  public TraitResult read(Reply reply) {
    TraitDraw draw = draw(reply.first());
    TraitResult result = ended(reply, List.of(draw), List.of());
    return draw.state() == AnswerState.VALID ? finished(result) : result;
  }

  private TraitDraw draw(Reply.Choice choice) {
    TraitPlan.Asked asked = plan.read(asking.step().trait());
    String last =
        choice.text().lines().filter(line -> !line.isBlank()).reduce("", (first, next) -> next);
    Finding finding =
        asked.reader().read(Reply.Choice.of(last, choice.finish()), asking.step().order());
    Integer option = finding.option();
    boolean found =
        finding.state() == AnswerState.VALID
            && choice.finish() != Reply.Finish.LENGTH
            && option != null
            && asked.item().option(option).role() == OptionRole.SUBSTANTIVE;
    return found
        ? new TraitDraw(AnswerState.VALID, option, choice.text())
        : new TraitDraw(AnswerState.UNREADABLE, null, choice.text());
  }

  private static TraitResult finished(TraitResult result) {
    return new TraitResult(
        result.request(),
        result.trait(),
        result.source(),
        result.firstDraw(),
        result.question(),
        result.draws(),
        result.masses(),
        null,
        result.said(),
        TraitResult.Standing.FINISHED);
  }
}
