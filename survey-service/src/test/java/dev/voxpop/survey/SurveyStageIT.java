package dev.voxpop.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.voxpop.contracts.bulk.AttemptRow;
import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.ProbabilityRow;
import dev.voxpop.contracts.bulk.TraitRow;
import dev.voxpop.contracts.event.Topics;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.Bracket;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.ModelAliases;
import dev.voxpop.contracts.experiment.OrderMode;
import dev.voxpop.contracts.experiment.PromptFormat;
import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.contracts.experiment.TraitChoice;
import dev.voxpop.contracts.experiment.TraitMethod;
import dev.voxpop.contracts.experiment.TraitSpec;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.BatchReceipt.BatchEnd;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.contracts.survey.ArmReceipt;
import dev.voxpop.contracts.survey.CompleteArm;
import dev.voxpop.contracts.survey.EnrolArm;
import dev.voxpop.contracts.survey.EnrolStories;
import dev.voxpop.contracts.survey.InterviewBatch;
import dev.voxpop.contracts.survey.SurveyActivities;
import dev.voxpop.contracts.survey.TraitBatch;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.hosting.stage.HostedActivities;
import dev.voxpop.instrument.item.ItemOption;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.survey.station.Arms;
import dev.voxpop.survey.station.Specs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.common.annotation.Identifier;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SurveyStageResource.class)
class SurveyStageIT {
  private static final int QUESTIONS = 12;

  @Inject SurveyActivities activities;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  private HostedActivities hosted = HostedActivities.none();
  private SurveyActivities stub = activities;

  @BeforeEach
  void connect() {
    hosted.close();
    hosted = HostedActivities.of(activities);
    stub = hosted.stub(SurveyActivities.class);
  }

  @AfterEach
  void disconnect() {
    hosted.close();
  }

  @Test
  void arm_enrolledInterviewedAndClosed_leavesRowsAndEventsThatAgree() {
    Roster roster = stub.enrolArm(new EnrolArm(Specs.matched("greedy")));
    assertThat(roster.size()).isEqualTo(26);
    assertThat(roster.cells()).isEqualTo(26L * QUESTIONS);
    assertThat(roster.expectedPerBatch().calls()).isEqualTo(26L * QUESTIONS);

    BatchReceipt batch = stub.interview(batch("greedy", roster));
    assertThat(batch.end()).isEqualTo(BatchEnd.DONE);
    assertThat(roster.expectedPerBatch().tokens()).isGreaterThan(batch.settled().tokens() / 3);

    ArmReceipt closed = stub.completeArm(new CompleteArm(Specs.EXPERIMENT, "greedy"));
    ArmReceipt again = stub.completeArm(new CompleteArm(Specs.EXPERIMENT, "greedy"));
    assertThat(closed.planned()).isEqualTo(26L * QUESTIONS);
    assertThat(closed.expected()).isEqualTo(closed.planned());
    assertThat(closed.states().get("not_reached")).isZero();
    assertThat(closed.answerMicros()).isPositive();
    assertThat(again).isEqualTo(closed);

    List<String> rows = answers("greedy");
    attemptsOf("greedy", rows);
    Set<String> events = new TreeSet<>();
    for (ConsumerRecord<String, byte[]> event : received(Topics.RESPONSE_COMPLETED, rows.size())) {
      if (header(event, "ce_subject").startsWith("exp-7/greedy/")) {
        events.add(header(event, "ce_id"));
      }
    }
    assertThat(events).hasSize(26 * QUESTIONS).isEqualTo(new TreeSet<>(rows));
    long republished =
        given().post("/survey/experiments/exp-7/republish").jsonPath().getLong("events");
    assertThat(republished).isGreaterThanOrEqualTo(26L * QUESTIONS + 1);
    Map<String, Set<String>> said = new HashMap<>();
    for (ConsumerRecord<String, byte[]> event :
        received(Topics.RESPONSE_COMPLETED, 2 * rows.size())) {
      said.computeIfAbsent(header(event, "ce_id"), id -> new TreeSet<>())
          .add(new String(event.value(), StandardCharsets.UTF_8));
    }
    assertThat(said.keySet()).containsAll(rows);
    assertThat(said.values()).as("same ids, same bytes").allMatch(bytes -> bytes.size() == 1);
    assertThat(received(Topics.ARM_COMPLETED, 1))
        .anySatisfy(
            event ->
                assertThat(new String(event.value(), StandardCharsets.UTF_8))
                    .contains(closed.checksum()));
  }

  @Test
  void arm_closedBeforeAnythingWasAsked_isNotReached() {
    Roster roster = stub.enrolArm(new EnrolArm(Specs.baseline("unasked")));

    ArmReceipt closed = stub.completeArm(new CompleteArm(Specs.EXPERIMENT, "unasked"));

    assertThat(closed.planned()).isEqualTo(roster.cells());
    assertThat(closed.expected()).isZero();
    assertThat(closed.states()).containsEntry("not_reached", roster.cells());
    assertThat(closed.checksum()).isEqualTo("0000000000000000");
  }

  @Test
  void experiment_paused_interviewsNobodyUntilItGoesOn() {
    ArmSpec spec = inExperiment(Specs.stories("natural"), "exp-paused");
    Roster roster = stub.enrolArm(new EnrolArm(spec));
    InterviewBatch batch =
        new InterviewBatch("exp-paused", "natural", 0, roster.size(), 0, Allowance.WITHOUT_LIMIT);

    stub.control(new ControlOrder("exp-paused", SteeringMode.PAUSE, Map.of(), 1));
    BatchReceipt paused = stub.interview(batch);
    stub.control(new ControlOrder("exp-paused", SteeringMode.RUN, Map.of("default", 2), 2));

    assertThat(paused.end()).isEqualTo(BatchEnd.PAUSED);
    assertThat(paused.settled()).isEqualTo(Allowance.NONE);
    assertThat(paused.remaining()).isEqualTo(FakePeers.PEOPLE);
    BatchReceipt gone = stub.interview(batch);
    while (gone.end() == BatchEnd.PAUSED) {
      gone = stub.interview(batch);
    }
    assertThat(gone.end()).isEqualTo(BatchEnd.DONE);
    assertThat(
            given().get("/survey/experiments/exp-paused/progress").jsonPath().getLong("[0].done"))
        .isEqualTo((long) FakePeers.PEOPLE * QUESTIONS);
  }

  @Test
  void spending_isThatOfTheReceipts() {
    ArmSpec spec = inExperiment(Specs.stories("natural"), "exp-spent");
    Roster roster = stub.enrolArm(new EnrolArm(spec));
    BatchReceipt small =
        stub.interview(
            new InterviewBatch(
                "exp-spent",
                "natural",
                0,
                roster.size(),
                0,
                new Allowance(50, Allowance.UNLIMITED, Allowance.UNLIMITED)));

    assertThat(small.end()).isEqualTo(BatchEnd.NEEDS_GRANT);
    assertThat(small.settled().calls()).isEqualTo(50);
    assertThat(stub.spending("exp-spent").settled().values()).containsExactly(small.settled());
  }

  @Test
  void stories_askedForTheirTraits_haveDistributionsInPages() throws Exception {
    TraitSpec traits = traits("0123456789abcdef", TraitMethod.SAMPLED);
    Roster roster =
        stub.enrolStories(new EnrolStories(Specs.EXPERIMENT, "p-1", traits, Specs.survey()));
    assertThat(roster.size()).isEqualTo(FakePeers.PEOPLE);
    BatchReceipt receipt =
        stub.askTraits(
            new TraitBatch(
                Specs.EXPERIMENT,
                "p-1",
                traits.key(),
                0,
                roster.size(),
                0,
                Allowance.WITHOUT_LIMIT));

    assertThat(receipt.end()).isEqualTo(BatchEnd.DONE);
    assertThat(receipt.answered()).isEqualTo(FakePeers.PEOPLE * 3L);
    List<TraitRow> rows = new ArrayList<>();
    for (String line : pages("/survey/pools/p-1/traits/" + traits.key(), 7)) {
      rows.add(Payloads.mapper().readValue(line, TraitRow.class));
    }
    assertThat(rows).hasSize(FakePeers.PEOPLE * 3);
    assertThat(rows.stream().map(row -> row.story() + row.trait())).doesNotHaveDuplicates();
    assertThat(rows)
        .filteredOn(row -> row.source().equals("sampled"))
        .isNotEmpty()
        .allMatch(row -> row.draws() == 40);
    assertThat(rows).filteredOn(row -> row.source().equals("reader")).isNotEmpty();
  }

  @Test
  void traits_readFromLogProbabilities_needOneCallATrait() throws Exception {
    TraitSpec traits = traits("fedcba9876543210", TraitMethod.LOGPROB);
    Roster roster =
        stub.enrolStories(new EnrolStories(Specs.EXPERIMENT, "p-1", traits, Specs.survey()));

    BatchReceipt receipt =
        stub.askTraits(
            new TraitBatch(
                Specs.EXPERIMENT,
                "p-1",
                traits.key(),
                0,
                roster.size(),
                0,
                Allowance.WITHOUT_LIMIT));

    assertThat(receipt.settled().calls()).isEqualTo(FakePeers.PEOPLE * 3L);
    List<String> rows = pages("/survey/pools/p-1/traits/" + traits.key(), 2000);
    assertThat(rows).hasSize(FakePeers.PEOPLE * 3).allMatch(row -> row.contains("logprob"));
    assertThat(rows.stream().filter(row -> row.contains("\"probabilities\":null")).count())
        .isLessThan(10);
  }

  @Test
  void chat_ofSeveralTurns_isReadAsWell() {
    ArmSpec spec =
        Specs.withFormat(
            Specs.baseline("chat"),
            new PromptFormat(Symbol.UPPER, Bracket.ROUND, Roles.NONE, Mode.CHAT_MULTI_TURN),
            "chat");
    Roster roster = stub.enrolArm(new EnrolArm(spec));

    assertThat(stub.interview(batch("chat", roster)).end()).isEqualTo(BatchEnd.DONE);
    ArmReceipt closed = stub.completeArm(new CompleteArm(Specs.EXPERIMENT, "chat"));
    assertThat(closed.states().get("valid")).isGreaterThan(closed.planned() * 7 / 10);
  }

  @Test
  void probabilities_ofAnArmThatReadsThem_areServedByCodePageByPage() throws Exception {
    Roster roster = stub.enrolArm(new EnrolArm(Arms.reading(Specs.baseline("reading"))));
    assertThat(stub.interview(batch("reading", roster)).end()).isEqualTo(BatchEnd.DONE);

    String path = "/survey/experiments/" + Specs.EXPERIMENT + "/arms/%s/probabilities";
    List<String> cells = new ArrayList<>();
    for (String line : pages(path.formatted("reading"), 70)) {
      ProbabilityRow row = Payloads.mapper().readValue(line, ProbabilityRow.class);
      Question question = Specs.WAVE.select(List.of(row.question())).getFirst();
      assertThat(row.masses().keySet())
          .containsExactlyElementsOf(
              question.item().options().stream().map(ItemOption::key).toList());
      assertThat(row.masses().values().stream().mapToDouble(Double::doubleValue).sum())
          .isBetween(0.0, 1.0 + 1e-9);
      assertThat(row.story()).isNull();
      cells.add(row.persona() + "/" + row.question() + "/" + row.repeat());
    }
    assertThat(cells).doesNotHaveDuplicates().hasSizeGreaterThan(roster.size() * QUESTIONS * 2 / 3);
    stub.enrolArm(new EnrolArm(Specs.baseline("silent")));
    assertThat(pages(path.formatted("silent"), 70)).isEmpty();
    assertThat(given().get(path.formatted("nobody")).statusCode()).isEqualTo(404);
  }

  @Test
  void peer_thatIsDown_isAFailureToBeRepeated() {
    assertThatThrownBy(
            () ->
                stub.enrolStories(
                    new EnrolStories(
                        Specs.EXPERIMENT,
                        "broken",
                        traits("0000000000000000", TraitMethod.SAMPLED),
                        Specs.survey())))
        .isInstanceOf(ActivityFailure.class)
        .cause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo("PeerUnavailable");
              assertThat(failure.isNonRetryable()).isFalse();
            });
  }

  @Test
  void page_ofUnknownTraits_isNotFound() {
    assertThat(given().get("/survey/pools/p-1/traits/none").statusCode()).isEqualTo(404);
    assertThat(given().get("/survey/experiments/none/answers").statusCode()).isEqualTo(200);
    assertThat(given().get("/survey/experiments/none/attempts").asString()).isEmpty();
    assertThat(given().get("/survey/experiments/x/attempts?cursor=zzz").statusCode())
        .isEqualTo(400);
    assertThat(given().get("/survey/experiments/none/answers?limit=0").statusCode()).isEqualTo(400);
    assertThat(given().get("/survey/experiments/x/answers?cursor=zzz").statusCode()).isEqualTo(400);
  }

  private static InterviewBatch batch(String arm, Roster roster) {
    return new InterviewBatch(Specs.EXPERIMENT, arm, 0, roster.size(), 0, Allowance.WITHOUT_LIMIT);
  }

  private static TraitSpec traits(String key, TraitMethod method) {
    TraitChoice choice =
        new TraitChoice(
            List.of("age_4", "gender", "party"),
            method,
            40,
            method == TraitMethod.SAMPLED,
            1,
            OrderMode.BALANCED,
            true,
            0.05);
    return new TraitSpec(
        key,
        choice,
        PromptFormat.DEFAULT,
        new ModelAliases("default", "default", "default", "chat", "default"),
        7);
  }

  private static ArmSpec inExperiment(ArmSpec spec, String experiment) {
    return new ArmSpec(
        experiment,
        spec.arm(),
        spec.hash(),
        spec.baseline(),
        spec.pool(),
        spec.matching(),
        spec.append(),
        spec.weights(),
        spec.sample(),
        spec.survey(),
        spec.format(),
        spec.decoding(),
        spec.models(),
        spec.traits(),
        spec.seed(),
        spec.pilot());
  }

  /** Every answer that was asked for is the last of its attempts, which are numbered from 0. */
  private static void attemptsOf(String arm, List<String> answers) {
    Map<String, Integer> draws = new HashMap<>();
    Map<String, Integer> counted = new HashMap<>();
    String before = "";
    for (AttemptRow row : attempts()) {
      assertThat(row.arm()).as("order of arms").isGreaterThanOrEqualTo(before);
      before = row.arm();
      if (row.arm().equals(arm) && row.discarded() == 0) {
        assertThat(row.draw()).isEqualTo(draws.merge(row.answer(), 1, Integer::sum) - 1);
        assertThat(row.raw().isEmpty()).isEqualTo(row.state().equals("error"));
        assertThat(row.seed()).isNotNegative();
        counted.merge(row.answer(), row.kept() ? 1 : 0, Integer::sum);
      }
    }
    assertThat(counted)
        .containsOnlyKeys(answers)
        .allSatisfy((id, kept) -> assertThat(kept).isOne());
    assertThat(draws.values()).as("some answers needed another draw").anyMatch(count -> count > 1);
  }

  private static List<AttemptRow> attempts() {
    List<AttemptRow> rows = new ArrayList<>();
    for (String line : pages("/survey/experiments/" + Specs.EXPERIMENT + "/attempts", 70)) {
      try {
        rows.add(Payloads.mapper().readValue(line, AttemptRow.class));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
    return rows;
  }

  /** Ids of an arm's answers, read page by page. */
  private static List<String> answers(String arm) {
    List<String> ids = new ArrayList<>();
    for (String line : pages("/survey/experiments/" + Specs.EXPERIMENT + "/answers", 100)) {
      try {
        var row = Payloads.mapper().readTree(line);
        if (row.path("data").path("arm").asText().equals(arm)) {
          ids.add(row.path("id").asText());
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
    return ids;
  }

  private static List<String> pages(String path, int limit) {
    List<String> lines = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Response page = given().queryParam("limit", limit).queryParam("cursor", cursor).get(path);
      assertThat(page.statusCode()).isEqualTo(200);
      page.asString().lines().forEach(lines::add);
      cursor = page.header(Paging.NEXT_CURSOR);
    }
    return lines;
  }

  private List<ConsumerRecord<String, byte[]>> received(String topic, int least) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("auto.offset.reset", "earliest");
    List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(
          consumer.partitionsFor(topic).stream()
              .map(part -> new TopicPartition(topic, part.partition()))
              .toList());
      consumer.seekToBeginning(consumer.assignment());
      long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
      int quiet = 0;
      while ((events.size() < least || quiet < 3) && System.nanoTime() < deadline) {
        int before = events.size();
        consumer.poll(Duration.ofMillis(200)).forEach(events::add);
        quiet = events.size() == before ? quiet + 1 : 0;
      }
    }
    return events;
  }

  private static String header(ConsumerRecord<String, byte[]> event, String name) {
    return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
