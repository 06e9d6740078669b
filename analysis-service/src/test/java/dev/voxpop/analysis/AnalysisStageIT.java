package dev.voxpop.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.voxpop.analysis.store.ReportFolder;
import dev.voxpop.contracts.analysis.AwaitAnswers;
import dev.voxpop.contracts.analysis.ReportReceipt;
import dev.voxpop.contracts.bulk.AttemptRow;
import dev.voxpop.contracts.bulk.ProbabilityRow;
import dev.voxpop.contracts.event.ReportPublished.HeadlineRow;
import dev.voxpop.contracts.event.Topics;
import dev.voxpop.contracts.experiment.DecodingChoice;
import dev.voxpop.contracts.identity.Sha256;
import dev.voxpop.contracts.survey.ArmReceipt;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.tables.CsvTable;
import dev.voxpop.tables.FlatTable;
import dev.voxpop.tables.TableFile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** A report from events to its files over HTTP. */
@QuarkusTest
@QuarkusTestResource(AnalysisStageResource.class)
class AnalysisStageIT {

  @Inject StageProbe stage;

  @Test
  void report_eventsTwiceShuffledAndClosingFirst_isWrittenOnceAndAnnounced() throws IOException {
    AnswerEvents one = AnswerEvents.of("exp-a", "greedy-bio", StageProbe.QUESTIONS);
    AnswerEvents two = AnswerEvents.of("exp-a", "baseline-bio", StageProbe.QUESTIONS);
    List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
    for (AnswerEvents arm : List.of(one, two, one)) {
      events.addAll(arm.records());
    }
    Collections.shuffle(events, new Random(1));
    events.addFirst(one.closing());
    events.add(two.closing());
    stage.send(events);
    List<ArmReceipt> receipts = List.of(one.receipt(), two.receipt());

    stage.activities().awaitAnswers(new AwaitAnswers("exp-a", receipts));
    ReportReceipt receipt = stage.activities().analyse(StageProbe.request("exp-a", receipts));
    ReportReceipt again = stage.activities().analyse(StageProbe.request("exp-a", receipts));

    assertThat(again).isEqualTo(receipt);
    assertThat(receipt.headline().stream().map(HeadlineRow::arm))
        .containsExactlyInAnyOrder("human-split-half", "greedy-bio", "baseline-bio", "uniform");
    assertThat(stage.answers().count("exp-a", "greedy-bio").rows()).isEqualTo(one.records().size());
    given().accept("text/html").get(receipt.path()).then().statusCode(200);
    String page = given().accept("text/html").get(receipt.path()).asString();
    assertThat(page).contains("Simulated answers", "greedy-bio", "baseline-bio", "0.001234 USD");
    assertThat(page).contains("Balance before and after matching m-1", "−∞", "65 and older");
    assertThat(given().accept("text/markdown").get(receipt.path()).asString()).startsWith("# ");
    assertThat(given().get("/analysis/experiments/exp-a/metrics").jsonPath().getList("arms.id"))
        .isEqualTo(List.of("baseline-bio", "greedy-bio"));
    JsonPath metrics = given().get("/analysis/experiments/exp-a/metrics").jsonPath();
    assertThat(metrics.getMap("choices"))
        .containsEntry("intervals", "bca")
        .containsEntry("adjustment", "benjamini-hochberg")
        .containsEntry("bound", "size-matched")
        .containsEntry("alpha", "with-weighted");
    assertThat(metrics.getList("subgroups.id"))
        .isEqualTo(List.of("age-3", "ferries", "ferries × late"));
    assertThat(
            metrics.getInt("subgroups[1].groups[0].people")
                + metrics.getInt("subgroups[1].groups[1].people"))
        .isEqualTo(FakeMatchingStage.PEOPLE);
    assertThat(metrics.getInt("subgroups[2].groups[0].people"))
        .isLessThan(metrics.getInt("subgroups[1].groups[0].people"));
    assertThat(given().get("/analysis/experiments/exp-a/exports").jsonPath().getList("name"))
        .contains("report.html", "manifest.json", "wide.csv", "answers.parquet", "attempts.csv");
    given().get("/analysis/experiments/exp-a/exports/nothing.csv").then().statusCode(404);
    JsonPath manifest = given().get("/analysis/experiments/exp-a/exports/manifest.json").jsonPath();
    List<String> names = manifest.getList("files.name");
    assertThat(names).contains("answers.csv", "answers.parquet", "pairs.jsonl", "wide.sps");
    for (int i = 0; i < names.size(); i++) {
      Response file = given().get("/analysis/experiments/exp-a/exports/" + names.get(i));
      assertThat(Sha256.hex(file.asByteArray()))
          .as(names.get(i))
          .isEqualTo(manifest.getString("files.sha256[" + i + "]"));
      assertThat(file.contentType()).as(names.get(i)).startsWith(type(names.get(i)));
    }
    assertThat(manifest.getInt("files.find { it.name == 'answers.csv' }.rows"))
        .isEqualTo(one.records().size() + two.records().size());
    answersAgree();
    attemptsAgree();
    given().get("/analysis/experiments/none/report").then().statusCode(404);
    assertThat(stage.read(Topics.REPORT_PUBLISHED, "exp-a", 1)).hasSize(1);
  }

  /** The three files of answers hold the same rows, with what is known of the matched people. */
  private static void answersAgree() throws IOException {
    String exports = "/analysis/experiments/exp-a/exports/";
    String csv = given().get(exports + "answers.csv").asString();
    byte[] parquet = given().get(exports + "answers.parquet").asByteArray();
    List<List<String>> rows = TableFile.readParquet(parquet, AnalysisStageIT::rows);

    assertThat(rows).isEqualTo(rows(CsvTable.of(new StringReader(csv))));
    List<String> header = rows.getFirst();
    assertThat(header)
        .startsWith("id", "experiment", "arm", "persona", "story", "respondent", "question")
        .contains("human_weight", "code_" + FakeMatchingStage.AGE);
    List<String> first = rows.get(1);
    int person = FakeMatchingStage.person(first.get(header.indexOf("respondent")));
    assertThat(first.get(header.indexOf("human_weight")))
        .isEqualTo(String.valueOf(FakeMatchingStage.weight(person)));
    assertThat(first.get(header.indexOf("code_" + FakeMatchingStage.AGE)))
        .isEqualTo(String.valueOf(FakeMatchingStage.age(person)));
  }

  /** Draws pass through in every format, their texts untouched but for the guard of CSV. */
  private static void attemptsAgree() throws IOException {
    List<AttemptRow> attempts = IntStream.range(0, 100).mapToObj(AnalysisStageIT::attempt).toList();
    FakeSurveyStage.keepAttempts("exp-a", attempts);
    String exports = "/analysis/experiments/exp-a/exports/";

    List<String> jsonl = given().get(exports + "attempts.jsonl").asString().lines().toList();
    byte[] parquet = given().get(exports + "attempts.parquet").asByteArray();
    String csv = given().get(exports + "attempts.csv").asString();
    List<List<String>> rows = TableFile.readParquet(parquet, AnalysisStageIT::rows);
    List<List<String>> texts = rows(CsvTable.of(new StringReader(csv)));

    assertThat(jsonl).hasSize(100);
    int raw = rows.getFirst().indexOf("raw");
    for (int i = 0; i < 100; i++) {
      String said = attempts.get(i).raw();
      assertThat(Payloads.mapper().readTree(jsonl.get(i)).path("raw").asText()).isEqualTo(said);
      assertThat(rows.get(i + 1).get(raw)).isEqualTo(said);
      // the reader of CSV makes one line feed of every line end
      String lines = said.replace("\r\n", "\n");
      assertThat(texts.get(i + 1).get(raw)).isEqualTo(i % 2 == 0 ? lines : "'" + lines);
      assertThat(rows.get(i + 1).get(rows.getFirst().indexOf("draw"))).isEqualTo(i % 3 + "");
    }
    assertThat(csv.lines().findFirst().orElseThrow())
        .isEqualTo(
            "\"answer\",\"experiment\",\"arm\",\"persona\",\"story\",\"respondent\",\"question\",\"repeat\",\"draw\",\"discarded\",\"kept\",\"state\",\"reason\",\"option\",\"code\",\"display_order\",\"question_position\",\"seed\",\"prompt_hash\",\"raw\",\"finish\",\"model_reported\",\"latency_millis\",\"input_tokens\",\"cached_tokens\",\"output_tokens\",\"reasoning_tokens\",\"estimated\",\"micros\"");
  }

  private static AttemptRow attempt(int i) {
    String raw = (i % 2 == 0 ? "(A) " : "=") + "\"é\", \\ \ud83d\ude00\r\n\t " + i;
    return new AttemptRow(
        "id-" + i / 3,
        "exp-a",
        "arm",
        "b-1",
        null,
        null,
        "q",
        0,
        i % 3,
        0,
        i % 3 == 2,
        i % 3 == 2 ? "valid" : "unreadable",
        i % 3 == 2 ? null : "no-option",
        i % 3 == 2 ? 1 : null,
        i % 3 == 2 ? "2" : null,
        List.of(1, 0),
        4,
        17,
        "hash",
        raw,
        "stop",
        "model",
        12,
        1,
        2,
        3,
        4,
        true,
        null);
  }

  private static List<List<String>> rows(FlatTable table) throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(table.columns()));
    table.forEach((at, cells) -> rows.add(cells));
    return rows;
  }

  @Test
  void probabilities_ofArmsThatReadThem_standBesideTheDrawnAnswersAndVerify() throws IOException {
    Path folder = Files.createTempDirectory("odds");
    AnswerEvents one = AnswerEvents.of("exp-odds", "greedy-bio", StageProbe.QUESTIONS);
    stage.send(one.records());
    stage.send(List.of(one.closing()));
    List<ProbabilityRow> rows = one.probabilities();
    FakeSurveyStage.keepProbabilities("exp-odds", "greedy-bio", rows);
    List<ArmReceipt> receipts = List.of(one.receipt());

    stage.activities().awaitAnswers(new AwaitAnswers("exp-odds", receipts));
    stage
        .activities()
        .analyse(
            StageProbe.request(
                "exp-odds", receipts, DecodingChoice.DEFAULT.withTokenProbabilities()));

    JsonPath metrics = given().get("/analysis/experiments/exp-odds/metrics").jsonPath();
    assertThat(metrics.getList("elicitation[0].ways.mode"))
        .isEqualTo(List.of("sampled", "log-probabilities"));
    assertThat(metrics.getInt("elicitation[0].ways[1].personas"))
        .isEqualTo(rows.stream().map(ProbabilityRow::persona).distinct().count());
    assertThat(metrics.getDouble("elicitation[0].ways[1].offOptions")).isCloseTo(.1, within(1e-12));
    assertThat(metrics.getDouble("elicitation[0].pairs[0].mean.tv")).isCloseTo(0, within(1e-12));
    assertThat(metrics.getList("subgroups[0].groups.elicitation.arm.flatten()"))
        .contains("greedy-bio");
    String page =
        given().accept("text/markdown").get("/analysis/experiments/exp-odds/report").asString();
    assertThat(page).contains("Ways of asking against people", "Ways of asking by groups of age-3");
    for (String name :
        given()
            .get("/analysis/experiments/exp-odds/exports/manifest.json")
            .jsonPath()
            .<String>getList("files.name")) {
      Files.write(
          folder.resolve(name),
          given().get("/analysis/experiments/exp-odds/exports/" + name).asByteArray());
    }
    assertThat(folder.resolve("probabilities.jsonl")).exists();
    Files.write(
        folder.resolve("manifest.json"),
        given().get("/analysis/experiments/exp-odds/exports/manifest.json").asByteArray());
    assertThat(ReportFolder.verify(folder)).isEmpty();
  }

  @Test
  void requests_unknownIdsAndWords_areAnsweredByProblems() {
    for (String path :
        List.of(
            "none/report",
            "none/metrics",
            "none/exports",
            "none/exports/wide.csv",
            "none/arrivals")) {
      given()
          .get("/analysis/experiments/" + path)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("type", equalTo("urn:voxpop:problem:not-found"))
          .body("detail", containsString("Maybe "));
    }
    for (String path : List.of("none/rebuild?from=memory", "none/rebuild?swap=perhaps")) {
      given()
          .post("/analysis/experiments/" + path)
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
    given().get("/analysis/experiments/none/report?format=pdf").then().statusCode(400);
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv" -> "text/csv";
      case "jsonl" -> "application/x-ndjson";
      case "json" -> "application/json";
      case "html" -> "text/html";
      case "md" -> "text/markdown";
      case "parquet" -> "application/vnd.apache.parquet";
      default -> "text/plain";
    };
  }
}
