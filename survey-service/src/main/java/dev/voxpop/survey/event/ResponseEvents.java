package dev.voxpop.survey.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.voxpop.contracts.event.CloudEventHeaders;
import dev.voxpop.contracts.event.ResponseCompleted;
import dev.voxpop.contracts.event.Topics;
import dev.voxpop.contracts.identity.SemanticId;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.languagemodel.Usage;
import dev.voxpop.outbox.OutboxMessage;
import dev.voxpop.survey.interview.ArmPlan;
import dev.voxpop.survey.interview.Draw;
import dev.voxpop.survey.interview.Finding;
import dev.voxpop.survey.interview.Persona;
import dev.voxpop.survey.interview.Utterance;
import dev.voxpop.survey.store.EventSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events that report an arm's answers: numbers, codes and hashes, never the text. */
public final class ResponseEvents implements EventSource {
  private static final ObjectWriter WRITER = Payloads.mapper().writerFor(ResponseCompleted.class);
  private static final Map<String, String> HEADERS =
      Map.of(
          CloudEventHeaders.SOURCE, "/voxpop/survey-service",
          CloudEventHeaders.DATA_SCHEMA, "urn:voxpop:schema:response.completed:1");
  private static final String CURRENCY = "USD";

  private final ArmPlan plan;
  private final ModelFacts model;
  private final List<ResponseCompleted.Prompt> prompts;

  private ResponseEvents(ArmPlan plan, ModelFacts model) {
    this.plan = plan;
    this.model = model;
    this.prompts = List.of(new ResponseCompleted.Prompt(plan.words().id(), plan.words().sha256()));
  }

  /** The events of an arm that asks this model. */
  public static ResponseEvents of(ArmPlan plan, ModelFacts model) {
    return new ResponseEvents(plan, model);
  }

  @Override
  public OutboxMessage of(Persona persona, int repeat, Draw answer) {
    String experiment = plan.spec().experiment();
    String arm = plan.spec().arm();
    String question = plan.questions().get(answer.cell().question()).id();
    String series = Integer.toString(repeat);
    UUID id = SemanticId.of(experiment, arm, persona.id(), question, series, answer.promptHash());
    return new OutboxMessage(
        id,
        Topics.RESPONSE_COMPLETED,
        experiment + "/" + persona.id(),
        String.join("/", experiment, arm, persona.id(), question, series),
        HEADERS,
        json(data(persona, repeat, answer)));
  }

  /** What the event says; one argument for each of its fields, so the method is long. */
  public ResponseCompleted data(Persona persona, int repeat, Draw answer) {
    Utterance said = answer.utterance();
    return new ResponseCompleted(
        plan.spec().experiment(),
        plan.spec().arm(),
        persona.id(),
        persona.story(),
        persona.respondent(),
        plan.questions().get(answer.cell().question()).id(),
        repeat,
        answer.finding().state().wireName(),
        read(answer.finding()),
        answer.finding().reason(),
        answer.cell().order().originals(),
        answer.cell().position(),
        answer.attempts(),
        answer.attempts() == 0 ? null : answer.firstState().wireName(),
        usage(said.usage()),
        new ResponseCompleted.Cost(
            CURRENCY, said.micros().isPresent() ? said.micros().getAsLong() : null),
        new ResponseCompleted.Model(plan.alias(), said.model()),
        answer.promptHash(),
        prompts,
        plan.parserVersion(),
        model.simulated());
  }

  private static ResponseCompleted.@Nullable Answer read(Finding finding) {
    return switch (finding.state()) {
      case VALID -> new ResponseCompleted.Answer("choice", finding.option(), finding.code());
      case REFUSED -> new ResponseCompleted.Answer("refusal", null, null);
      case UNREADABLE, TRUNCATED -> new ResponseCompleted.Answer("unreadable", null, null);
      case ERROR, SKIPPED, NOT_REACHED -> null;
    };
  }

  private static ResponseCompleted.Usage usage(Usage usage) {
    return new ResponseCompleted.Usage(
        usage.input(), usage.cachedInput(), usage.output(), usage.reasoning());
  }

  private static String json(ResponseCompleted data) {
    try {
      return WRITER.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event has no JSON form.", e);
    }
  }
}
