package dev.voxpop.survey.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.voxpop.contracts.event.AnswerState;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Usage;
import dev.voxpop.outbox.OutboxMessage;
import dev.voxpop.survey.interview.ArmPlan;
import dev.voxpop.survey.interview.Cell;
import dev.voxpop.survey.interview.Draw;
import dev.voxpop.survey.interview.Finding;
import dev.voxpop.survey.interview.OptionReaders;
import dev.voxpop.survey.interview.Persona;
import dev.voxpop.survey.interview.Utterance;
import dev.voxpop.survey.prompt.PromptHash;
import dev.voxpop.survey.station.Specs;
import dev.voxpop.survey.station.TestModels;
import dev.voxpop.survey.store.ArmCounts;
import dev.voxpop.survey.store.RosterRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ModelFacts MODEL =
      new ModelFacts("default", "sim", "completion", 8192, 1, 0, true, 64, null, null, true);

  @ParameterizedTest
  @EnumSource(value = AnswerState.class, mode = EnumSource.Mode.EXCLUDE, names = "NOT_REACHED")
  void response_inEveryStateThatHasARow_meetsItsSchemaWithoutUnknownFields(AnswerState state) {
    OutboxMessage event = events().of(persona(), 0, draw(state));

    assertThat(errors("response.completed", event.data())).isEmpty();
    assertThat(event.key()).isEqualTo("exp-7/b-0123456789abcdef");
    assertThat(event.subject()).isEqualTo("exp-7/qa/b-0123456789abcdef/FERRY_FREE/0");
    assertThat(event.headers())
        .containsEntry("ce_source", "/voxpop/survey-service")
        .containsEntry("ce_dataschema", "urn:voxpop:schema:response.completed:1");
    assertThat(event.data()).doesNotContain("what the model said");
  }

  @Test
  void response_withAFieldThatTheSchemaDoesNotKnow_isFound() throws IOException {
    ObjectNode event =
        (ObjectNode) JSON.readTree(events().of(persona(), 0, draw(AnswerState.VALID)).data());
    event.put("surprise", 1);

    assertThat(errors("response.completed", event.toString())).isNotEmpty();
  }

  @Test
  void arm_closed_meetsItsSchemaWithoutUnknownFields() {
    RosterRow arm =
        new RosterRow(1, RosterRow.Kind.ARM, "exp-7", "qa", "hash", "{}", 2, 12, 1, true);
    ArmCounts counts = new ArmCounts(Map.of(0, Map.of("valid", 2L)), 22, 5L, 3, "43152d876e0ba960");

    OutboxMessage event = ArmEvents.of(Specs.baseline("qa"), arm, counts).event();

    assertThat(errors("arm.completed", event.data())).isEmpty();
    assertThat(event.key()).isEqualTo("exp-7");
  }

  private static ResponseEvents events() {
    ArmPlan plan =
        ArmPlan.of(Specs.baseline("qa"), Specs.WAVE, TestModels.MODEL, OptionReaders.english());
    return ResponseEvents.of(plan, MODEL);
  }

  private static Persona persona() {
    return new Persona("b-0123456789abcdef", "b-0123456789abcdef", null, "");
  }

  private static Draw draw(AnswerState state) {
    Finding finding =
        state == AnswerState.VALID
            ? new Finding(state, null, 2, "3")
            : Finding.without(state, "a reason");
    Utterance said =
        new Utterance(
            "what the model said",
            Reply.Finish.STOP,
            "sim-base-1",
            3,
            new Usage(912, 896, 3, 0, Usage.Source.REPORTED),
            OptionalLong.empty());
    return new Draw(
        new Cell(0, 3, DisplayOrder.identity(4)),
        0,
        7,
        PromptHash.OF_NOTHING,
        finding,
        List.of(),
        state,
        said,
        state == AnswerState.SKIPPED ? Draw.Finality.UNASKED : Draw.Finality.ANSWER);
  }

  private static List<Error> errors(String name, String data) {
    return schema(name).validate(data, InputFormat.JSON);
  }

  private static Schema schema(String name) {
    try (InputStream in =
        EventSchemaTest.class.getResourceAsStream("/schemas/" + name + ".v1.schema.json")) {
      JsonNode published = JSON.readTree(Objects.requireNonNull(in));
      forbidUnknown(published);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(published.toString(), InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Readers accept unknown fields, so the published schemas allow them; writers do not. */
  private static void forbidUnknown(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("properties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(EventSchemaTest::forbidUnknown);
  }
}
