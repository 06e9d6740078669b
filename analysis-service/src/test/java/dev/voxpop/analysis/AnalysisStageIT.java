package dev.voxpop.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.voxpop.analysis.store.Answers;
import dev.voxpop.contracts.analysis.AnalyseExperiment;
import dev.voxpop.contracts.analysis.AnalysisActivities;
import dev.voxpop.contracts.analysis.AwaitAnswers;
import dev.voxpop.contracts.analysis.ReportReceipt;
import dev.voxpop.contracts.event.ReportPublished.HeadlineRow;
import dev.voxpop.contracts.event.Topics;
import dev.voxpop.contracts.experiment.AnalysisChoice;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.DecodingChoice;
import dev.voxpop.contracts.experiment.ModelAliases;
import dev.voxpop.contracts.experiment.OnNoValue;
import dev.voxpop.contracts.experiment.PersonaWeights;
import dev.voxpop.contracts.experiment.PromptFormat;
import dev.voxpop.contracts.experiment.Reference;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.contracts.experiment.SurveySpec;
import dev.voxpop.contracts.experiment.TextStyle;
import dev.voxpop.contracts.identity.Sha256;
import dev.voxpop.contracts.survey.ArmReceipt;
import dev.voxpop.hosting.stage.HostedActivities;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.Wave;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AnalysisStageResource.class)
class AnalysisStageIT {

  private static final Wave WAVE = Waves.shipped().require("harbour-city-2026");
  static final List<Question> QUESTIONS = WAVE.select(WAVE.defaultQuestions());

  @Inject AnalysisActivities activities;
  @Inject Answers answers;

  @Inject
  @DataSource("analysis")
  AgroalDataSource source;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> client;

  private HostedActivities hosted = HostedActivities.none();
  private AnalysisActivities stub = activities;

  @BeforeEach
  void connect() {
    hosted.close();
    hosted = HostedActivities.of(activities);
    stub = hosted.stub(AnalysisActivities.class);
  }

  @AfterEach
  void disconnect() {
    hosted.close();
  }

  @Test
  void report_eventsTwiceShuffledAndClosingFirst_isWrittenOnceAndAnnounced() {
    AnswerEvents one = AnswerEvents.of("exp-a", "greedy-bio", QUESTIONS);
    AnswerEvents two = AnswerEvents.of("exp-a", "baseline-bio", QUESTIONS);
    List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
    for (AnswerEvents arm : List.of(one, two, one)) {
      events.addAll(arm.records());
    }
    Collections.shuffle(events, new Random(1));
    events.addFirst(one.closing());
    events.add(two.closing());
    send(events);
    List<ArmReceipt> receipts = List.of(one.receipt(), two.receipt());

    stub.awaitAnswers(new AwaitAnswers("exp-a", receipts));
    ReportReceipt receipt = stub.analyse(request("exp-a", receipts));
    ReportReceipt again = stub.analyse(request("exp-a", receipts));

    assertThat(again).isEqualTo(receipt);
    assertThat(receipt.headline().stream().map(HeadlineRow::arm))
        .containsExactlyInAnyOrder("human-split-half", "greedy-bio", "baseline-bio", "uniform");
    assertThat(answers.count("exp-a", "greedy-bio").rows()).isEqualTo(one.records().size());
    given().accept("text/html").get(receipt.path()).then().statusCode(200);
    String page = given().accept("text/html").get(receipt.path()).asString();
    assertThat(page).contains("Simulated answers", "greedy-bio", "baseline-bio", "0.001234 USD");
    assertThat(page).contains("Balance before and after matching m-1", "−∞", "65 and older");
    assertThat(given().accept("text/markdown").get(receipt.path()).asString()).startsWith("# ");
    assertThat(given().get("/analysis/experiments/exp-a/metrics").jsonPath().getList("arms.id"))
        .isEqualTo(List.of("baseline-bio", "greedy-bio"));
    assertThat(given().get("/analysis/experiments/exp-a/exports").jsonPath().getList("name"))
        .contains("report.html", "manifest.json", "wide.csv");
    given().get("/analysis/experiments/exp-a/exports/nothing.csv").then().statusCode(404);
    JsonPath manifest = given().get("/analysis/experiments/exp-a/exports/manifest.json").jsonPath();
    List<String> names = manifest.getList("files.name");
    assertThat(names).contains("answers.csv", "answers.jsonl", "pairs.csv", "wide.sps");
    for (int i = 0; i < names.size(); i++) {
      Response file = given().get("/analysis/experiments/exp-a/exports/" + names.get(i));
      assertThat(Sha256.hex(file.asByteArray()))
          .as(names.get(i))
          .isEqualTo(manifest.getString("files.sha256[" + i + "]"));
      assertThat(file.contentType()).as(names.get(i)).startsWith(type(names.get(i)));
    }
    assertThat(manifest.getInt("files.find { it.name == 'answers.csv' }.rows"))
        .isEqualTo(one.records().size() + two.records().size());
    given().get("/analysis/experiments/none/report").then().statusCode(404);
    assertThat(read(Topics.REPORT_PUBLISHED, 1)).hasSize(1);
  }

  @Test
  void wait_checksumOfOtherAnswers_failsAtOnce() {
    AnswerEvents arm = AnswerEvents.of("exp-b", "a", QUESTIONS);
    send(arm.records());
    ArmReceipt right = arm.receipt();
    stub.awaitAnswers(new AwaitAnswers("exp-b", List.of(right)));
    ArmReceipt wrong =
        new ArmReceipt(
            right.arm(),
            right.armHash(),
            right.planned(),
            right.expected(),
            right.states(),
            "0000000000000000",
            0,
            0);

    assertThatThrownBy(() -> stub.awaitAnswers(new AwaitAnswers("exp-b", List.of(wrong))))
        .rootCause()
        .hasMessageContaining("MissingData")
        .hasMessageContaining(right.checksum());
  }

  @Test
  void consumer_unreadableRecords_arePutAsideAndTheRestIsRead() {
    AnswerEvents arm = AnswerEvents.of("exp-c", "a", QUESTIONS);
    List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>(arm.records());
    String topic = Topics.RESPONSE_COMPLETED;
    String id = "00000000-0000-5000-8000-000000000000";
    events.add(0, AnswerEvents.event(topic, "exp-c/p", id, "{not json"));
    events.add(1, AnswerEvents.event(topic, "exp-c/p", id, "{\"experiment\":\"exp-c\"}"));
    events.add(2, AnswerEvents.event(topic, "exp-c/other", "no-uuid", "{}"));
    ProducerRecord<byte[], byte[]> good = arm.records().getFirst();
    String stolen = new String(good.value(), StandardCharsets.UTF_8);
    events.add(3, AnswerEvents.event(topic, "someone/else", id, stolen));
    events.add(4, AnswerEvents.event(topic, "exp-c/p", id, "x".repeat(70_000)));
    send(events);

    stub.awaitAnswers(new AwaitAnswers("exp-c", List.of(arm.receipt())));
    List<ConsumerRecord<byte[], byte[]>> letters = read(topic + Topics.DEAD_LETTER_SUFFIX, 5);

    assertThat(letters)
        .extracting(letter -> header(letter, "voxpop-dlq-reason"))
        .anyMatch(reason -> reason.startsWith("undecodable"))
        .anyMatch(reason -> reason.startsWith("schema violation"))
        .anyMatch(reason -> reason.contains("contradicts"))
        .anyMatch(reason -> reason.startsWith("oversize"));
    assertThat(letters)
        .allMatch(letter -> header(letter, "voxpop-dlq-topic").equals(topic))
        .allMatch(letter -> header(letter, "voxpop-dlq-offset").matches("\\d+"));
  }

  @Test
  void rebuild_fromEventsAndFromRows_givesTheSameAnswersAndFindsWhatWasChanged() throws Exception {
    AnswerEvents arm = AnswerEvents.of("exp-d", "a", QUESTIONS);
    send(arm.records());
    send(arm.records().subList(0, 7));
    stub.awaitAnswers(new AwaitAnswers("exp-d", List.of(arm.receipt())));
    FakeSurveyStage.keep("exp-d", arm.rows());

    for (String from : List.of("events", "rows")) {
      given()
          .post("/analysis/experiments/exp-d/rebuild?from=" + from)
          .then()
          .statusCode(200)
          .body("equal", equalTo(true))
          .body("kept", equalTo(arm.records().size()))
          .body("rebuilt", equalTo(arm.records().size()))
          .body("swapped", equalTo(false));
    }
    change(
        "UPDATE analysis.response SET attempts = 9 WHERE experiment = 'exp-d' AND persona = (SELECT"
            + " min(persona) FROM analysis.response WHERE experiment = 'exp-d')");
    assertThat(
            given().post("/analysis/experiments/exp-d/rebuild").jsonPath().getString("difference"))
        .contains("attempts: kept 9, rebuilt 1");
    assertThat(
            given()
                .post("/analysis/experiments/exp-d/rebuild?from=rows&swap=yes")
                .jsonPath()
                .getBoolean("equal"))
        .isFalse();
    assertThat(given().post("/analysis/experiments/exp-d/rebuild").jsonPath().getBoolean("equal"))
        .isTrue();
  }

  @Test
  void arrivals_repeatedEventsAndAnswersAfterTheClosing_areCountedAndMarkTheReport() {
    AnswerEvents arm = AnswerEvents.of("exp-e", "a", QUESTIONS);
    send(arm.records());
    send(List.of(arm.closing()));
    send(arm.records().subList(0, 5));
    List<ArmReceipt> receipts = List.of(arm.receipt());
    stub.awaitAnswers(new AwaitAnswers("exp-e", receipts));
    ReportReceipt receipt = stub.analyse(request("exp-e", receipts));
    assertThat(given().accept("text/html").get(receipt.path()).asString())
        .doesNotContain("Late answers");

    AnswerEvents later = AnswerEvents.once("exp-e", "a", QUESTIONS.getFirst());
    send(later.records());

    await(() -> answers.count("exp-e", "a").rows() == arm.records().size() + 1);
    await(
        () ->
            given().get("/analysis/experiments/exp-e/arrivals").jsonPath().getLong("repeated")
                == 5);
    given()
        .get("/analysis/experiments/exp-e/arrivals")
        .then()
        .body("late", equalTo(1))
        .body("arms[0].expected", equalTo(arm.records().size()));
    assertThat(given().accept("text/html").get(receipt.path()).asString())
        .contains("Late answers: 1 came after their arm was closed");
    assertThat(given().get(receipt.path() + "?format=md").asString())
        .startsWith("> **Late answers: 1");
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
      default -> "text/plain";
    };
  }

  private void await(BooleanSupplier condition) {
    for (int turn = 0; turn < 2_400 && !condition.getAsBoolean(); turn++) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private void send(List<ProducerRecord<byte[], byte[]>> events) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            new HashMap<>(client), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (ProducerRecord<byte[], byte[]> event : events) {
        var _ = producer.send(event);
      }
      producer.flush();
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic, int least) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            new HashMap<>(client), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
      for (int turn = 0; turn < 600 && all.size() < least; turn++) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
      return all;
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
    return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static AnalyseExperiment request(String experiment, List<ArmReceipt> receipts) {
    SampleSpec sample =
        new SampleSpec(
            FakeMatchingStage.DRAW,
            "panel",
            "sample-hash",
            WAVE.id(),
            WAVE.provenance().sha256(),
            null,
            List.of(),
            List.of(),
            7,
            FakeMatchingStage.PEOPLE);
    SurveySpec survey =
        new SurveySpec(
            WAVE.id(),
            WAVE.provenance().sha256(),
            QUESTIONS.stream().map(Question::id).toList(),
            1,
            true,
            false,
            false,
            false,
            false,
            OnNoValue.OMIT,
            false);
    AnalysisChoice choice =
        new AnalysisChoice(
            50, 50, List.of(), List.of(Reference.UNIFORM), PersonaWeights.NONE, false, false, 50);
    List<ArmSpec> arms =
        receipts.stream().map(receipt -> arm(experiment, receipt, sample, survey)).toList();
    return new AnalyseExperiment(
        experiment,
        null,
        "document-hash",
        "0.1.0",
        7,
        sample,
        survey,
        choice,
        arms,
        receipts,
        true);
  }

  private static ArmSpec arm(
      String experiment, ArmReceipt receipt, SampleSpec sample, SurveySpec survey) {
    return new ArmSpec(
        experiment,
        receipt.arm(),
        receipt.armHash(),
        null,
        null,
        FakeMatchingStage.MATCHING,
        TextStyle.BIO,
        PersonaWeights.NONE,
        sample,
        survey,
        PromptFormat.DEFAULT,
        DecodingChoice.DEFAULT,
        ModelAliases.all("default"),
        List.of("age_4"),
        7,
        null);
  }
}
