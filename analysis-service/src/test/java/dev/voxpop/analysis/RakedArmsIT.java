package dev.voxpop.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.analysis.store.ReportFolder;
import dev.voxpop.contracts.analysis.AwaitAnswers;
import dev.voxpop.contracts.analysis.ReportReceipt;
import dev.voxpop.contracts.survey.ArmReceipt;
import dev.voxpop.hosting.Payloads;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights that the matching stage raked, from its pages to the files of a report. */
@QuarkusTest
@QuarkusTestResource(AnalysisStageResource.class)
class RakedArmsIT {

  private static final String EXPORTS = "/analysis/experiments/exp-w/exports/";

  @Inject StageProbe stage;

  @TempDir Path folder;

  @Test
  void rakedArm_weightsItsPersonas_andOneThatCouldNotBeRakedSaysWhy() throws IOException {
    List<AnswerEvents> arms =
        List.of("raked", "plain", "raked-pool").stream()
            .map(arm -> AnswerEvents.of("exp-w", arm, StageProbe.QUESTIONS))
            .toList();
    stage.send(arms.stream().flatMap(arm -> arm.records().stream()).toList());
    List<ProducerRecord<byte[], byte[]>> closings =
        arms.stream().map(AnswerEvents::closing).toList();
    stage.send(closings);
    List<ArmReceipt> receipts = arms.stream().map(AnswerEvents::receipt).toList();

    stage.activities().awaitAnswers(new AwaitAnswers("exp-w", receipts));
    ReportReceipt receipt = stage.activities().analyse(StageProbe.raked("exp-w", receipts));

    JsonPath result = given().get(EXPORTS + "result.json").jsonPath();
    assertThat(result.getString("arms.find { it.id == 'raked' }.weighting")).isEqualTo("raked");
    assertThat(result.getMap("arms.find { it.id == 'raked-pool' }"))
        .isNotEmpty()
        .doesNotContainKey("weighting");
    String page = given().accept("text/html").get(receipt.path()).asString();
    assertThat(page)
        .contains("Margins before and after raking w-1")
        .contains("design effect 1.562")
        .contains("Arm raked-pool is not weighted, as it should be. No persona has");
    weightsAgree();
    sharesAgree();
    verifies();
  }

  private static void weightsAgree() throws IOException {
    List<JsonNode> personas = lines("personas.jsonl");
    assertThat(personas).hasSize(3 * FakeMatchingStage.PEOPLE);
    for (JsonNode persona : personas) {
      int person = FakeMatchingStage.person(persona.path("respondent").asText());
      double expected =
          persona.path("arm").asText().equals("raked")
              ? FakeMatchingStage.rakedWeight(person)
              : FakeMatchingStage.weight(person);
      assertThat(persona.path("weight").asDouble()).isEqualTo(expected);
    }
  }

  /** The shares of the report are those of the weights in its rows. */
  private static void sharesAgree() throws IOException {
    String question = StageProbe.QUESTIONS.getFirst().id();
    double all = 0;
    double chose = 0;
    String code = StageProbe.QUESTIONS.getFirst().scale().options().getFirst().wireCode();
    for (JsonNode persona : lines("personas.jsonl")) {
      String answer = persona.path("q:" + question).asText();
      if (persona.path("arm").asText().equals("raked")
          && !List.of("refused", "null").contains(answer)) {
        all += persona.path("weight").asDouble();
        chose += answer.equals(code) ? persona.path("weight").asDouble() : 0;
      }
    }
    JsonNode row =
        lines("distributions.jsonl").stream()
            .filter(line -> line.path("side").asText().equals("raked"))
            .filter(line -> line.path("question").asText().equals(question))
            .filter(line -> line.path("option").asText().equals(code))
            .findFirst()
            .orElseThrow();
    assertThat(row.path("share").asDouble()).isCloseTo(chose / all, within(1e-12));
  }

  private void verifies() throws IOException {
    List<String> names =
        given().get(EXPORTS + "manifest.json").jsonPath().getList("files.name", String.class);
    for (String name : names) {
      Files.write(folder.resolve(name), given().get(EXPORTS + name).asByteArray());
    }
    Files.write(
        folder.resolve("manifest.json"), given().get(EXPORTS + "manifest.json").asByteArray());
    assertThat(ReportFolder.verify(folder)).isEmpty();
  }

  private static List<JsonNode> lines(String name) throws IOException {
    return Payloads.mapper()
        .readerFor(JsonNode.class)
        .<JsonNode>readValues(given().get(EXPORTS + name).asString())
        .readAll();
  }
}
