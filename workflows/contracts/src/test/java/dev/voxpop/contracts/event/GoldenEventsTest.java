package dev.voxpop.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Events are what was published once: the messages here never change. */
class GoldenEventsTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final ResponseCompleted RESPONSE =
      new ResponseCompleted(
          "exp-7",
          "natural-greedy",
          "b-0123456789abcdef~r-89abcdef01234567",
          "b-0123456789abcdef",
          "r-89abcdef01234567",
          "q1",
          0,
          "valid",
          new ResponseCompleted.Answer("choice", 2, "3"),
          null,
          List.of(0, 1, 2, 3),
          0,
          1,
          "valid",
          new ResponseCompleted.Usage(912, 896, 3, 0),
          new ResponseCompleted.Cost("USD", 58L),
          new ResponseCompleted.Model("default", "sim-base-1"),
          "9f2c",
          List.of(new ResponseCompleted.Prompt("survey/v1", "41ab")),
          "1",
          true);

  private static final ArmCompleted ARM =
      new ArmCompleted(
          "exp-7",
          "natural-greedy",
          "77aa",
          2,
          2,
          0,
          Map.of("valid", 1L, "refused", 1L),
          List.of(
              new ArmCompleted.QuestionStates("q1", Map.of("valid", 1L)),
              new ArmCompleted.QuestionStates("q2", Map.of("refused", 1L))),
          "43152d876e0ba960",
          true);

  private static final ReportPublished REPORT =
      new ReportPublished(
          "exp-7",
          "d0c5",
          List.of(
              new ReportPublished.HeadlineRow(
                  "natural-greedy", "0.4321", "0.1080", "0.2000", "1.5000", "0.8100"),
              new ReportPublished.HeadlineRow("uniform", null, null, null, null, null)),
          List.of(new ReportPublished.ReportFile("report.html", "aa55")),
          false,
          true);

  private static JsonNode golden(String name) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            GoldenEventsTest.class.getResourceAsStream("/golden/" + name + ".json"))) {
      return JSON.readTree(stream);
    }
  }

  private static void same(Object event, String name) throws IOException {
    JsonNode golden = golden(name);
    JsonNode written = JSON.readTree(JSON.writeValueAsString(event));
    assertThat(written).isEqualTo(golden);
    assertThat((Object) JSON.treeToValue(golden, event.getClass())).isEqualTo(event);
  }

  @Test
  void responseCompleted_isTheGoldenMessage() throws IOException {
    same(RESPONSE, "response.completed.v1");
  }

  @Test
  void armCompleted_isTheGoldenMessage() throws IOException {
    same(ARM, "arm.completed.v1");
  }

  @Test
  void reportPublished_isTheGoldenMessage() throws IOException {
    same(REPORT, "report.published.v1");
  }

  @Test
  void reader_acceptsFieldsItDoesNotKnow() throws IOException {
    ObjectNode newer = golden("response.completed.v1").deepCopy();
    newer.put("mood", "cheerful");
    assertThat(JSON.treeToValue(newer, ResponseCompleted.class)).isEqualTo(RESPONSE);
  }
}
