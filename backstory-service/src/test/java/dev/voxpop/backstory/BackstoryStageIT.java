package dev.voxpop.backstory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.backstory.store.Seam;
import dev.voxpop.contracts.backstory.BackstoryActivities;
import dev.voxpop.contracts.backstory.ClosePool;
import dev.voxpop.contracts.backstory.OpenPool;
import dev.voxpop.contracts.backstory.PoolReceipt;
import dev.voxpop.contracts.backstory.StoryBatch;
import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.StoryRow;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.ModelAliases;
import dev.voxpop.contracts.experiment.PoolChoice;
import dev.voxpop.contracts.experiment.PoolChoice.Gates;
import dev.voxpop.contracts.experiment.PoolChoice.Generate;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.PromptFormat;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.contracts.experiment.TextStyle;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.BatchReceipt.BatchEnd;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.hosting.Json;
import dev.voxpop.hosting.stage.HostedActivities;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Wave;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.temporal.failure.ActivityFailure;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackstoryStageResource.class)
class BackstoryStageIT {

  private static final Wave WAVE = Waves.shipped().require("harbour-city-2026");
  private static final ModelAliases USUAL =
      new ModelAliases("base", "base", "chat", "chat", "chat");
  private static final Allowance PLENTY = Allowance.WITHOUT_LIMIT;

  @Inject BackstoryActivities activities;
  @Inject Killing killing;
  @Inject TestModels models;

  @Inject
  @DataSource("backstory")
  AgroalDataSource source;

  private HostedActivities hosted = HostedActivities.none();
  private BackstoryActivities stub = activities;

  @BeforeEach
  void connect() {
    hosted.close();
    hosted = HostedActivities.of(activities);
    stub = hosted.stub(BackstoryActivities.class);
  }

  @AfterEach
  void disconnect() {
    killing.never();
    hosted.close();
  }

  @Test
  void killedBatch_goesOnWhereItWas_andEndsWithTheStoriesOfAnUndisturbedOne() throws SQLException {
    String pool = "p-kill";
    PoolSpec spec = natural(pool, 40);
    List<StoryRow> expected = written("kill", spec);
    for (Seam.Place place : Seam.Place.values()) {
      forget(pool);
      stub.open(new OpenPool("kill", spec));
      killing.after(90, place);
      assertThatThrownBy(() -> write("kill", spec, 0, 40, 0, PLENTY))
          .isInstanceOf(ActivityFailure.class);
      killing.never();
      long paid = count("SELECT count(*) FROM call WHERE pool = '" + pool + "'");
      BatchReceipt receipt = write("kill", spec, 0, 40, 0, PLENTY);
      assertThat(receipt.end()).isEqualTo(BatchEnd.DONE);
      assertThat(paid).isPositive().isLessThan(receipt.settled().calls());
      assertThat(count("SELECT count(*) FROM call_cursor WHERE calling AND pool='" + pool + "'"))
          .isZero();
      close("kill", pool);
      assertThat(stories(pool)).isEqualTo(expected).hasSizeGreaterThan(30);
    }
  }

  @Test
  void samePool_writtenAgainAfterAKill_hasEqualTextsAndBuysNothingTwice() throws SQLException {
    PoolSpec spec = natural("p-replay", 40);
    stub.open(new OpenPool("replay", spec));
    killing.after(30, Seam.Place.AFTER_CALL);
    assertThatThrownBy(() -> write("replay", spec, 0, 40, 0, PLENTY))
        .isInstanceOf(ActivityFailure.class);
    killing.never();
    List<String> before =
        texts("SELECT said FROM call WHERE pool = 'p-replay' ORDER BY slot, place, draw");
    BatchReceipt first = write("replay", spec, 0, 40, 0, PLENTY);
    assertThat(first.done()).isEqualTo(40);
    assertThat(first.lostCalls()).isPositive();
    assertThat(texts("SELECT said FROM call WHERE pool = 'p-replay' ORDER BY slot, place, draw"))
        .containsAll(before);
    long calls = count("SELECT count(*) FROM call WHERE pool = 'p-replay'");
    BatchReceipt again = write("replay", spec, 0, 40, 1, PLENTY);
    assertThat(again.end()).isEqualTo(BatchEnd.DONE);
    assertThat(again.settled()).isEqualTo(Allowance.NONE);
    assertThat(count("SELECT count(*) FROM call WHERE pool = 'p-replay'")).isEqualTo(calls);
    assertThat(count("SELECT sum(calls) - sum(lost) FROM batch WHERE pool = 'p-replay'"))
        .isEqualTo(calls);
    PoolReceipt closed = close("replay", "p-replay");
    assertThat(close("replay", "p-replay").stories()).isEqualTo(closed.stories());
    assertThat(stub.spending("replay").settled().values().iterator().next().calls())
        .isEqualTo(count("SELECT sum(calls) FROM batch WHERE pool = 'p-replay'"));
  }

  @Test
  void onePlaceOrMany_atTheModel_theStoriesAreTheSame() {
    ModelAliases narrow = new ModelAliases("narrow", "narrow", "chat", "chat", "chat");
    Gates gates = new Gates(120, true, false, true, false);
    PoolSpec one = natural("p-same", 12, narrow, gates);
    List<StoryRow> first = written("narrow", one);
    forget("p-same");
    PoolSpec many = natural("p-same", 12, USUAL, gates);
    List<StoryRow> second = written("wide", many);
    assertThat(second).isEqualTo(first).isNotEmpty();
  }

  @Test
  void accepted_storiesHaveIdsPassagesAndAReport() {
    PoolSpec spec = natural("p-report", 10);
    List<StoryRow> stories = written("report", spec);
    assertThat(stories).extracting(StoryRow::story).allMatch(id -> id.matches("b-[0-9a-f]{16}"));
    assertThat(stories).extracting(StoryRow::passage).allMatch(p -> p.startsWith("Question: "));
    assertThat(stories).extracting(StoryRow::ordinal).isSorted();
    Response report = given().get("/backstory/pools/p-report");
    assertThat(report.jsonPath().getInt("stories")).isEqualTo(stories.size());
    assertThat(report.jsonPath().getInt("judgeCalls")).isPositive();
    assertThat(report.jsonPath().getLong("tokensPerStory")).isPositive();
    Response progress = given().get("/backstory/experiments/report/progress");
    assertThat(progress.jsonPath().getLong("[0].done")).isEqualTo(10);
    assertThat(progress.jsonPath().getLong("[0].calls")).isPositive();
    assertThat(given().get("/backstory/pools").jsonPath().getList("pool")).contains("p-report");
  }

  @Test
  void primedPool_hasOneStoryPerRespondent() {
    List<String> traits = WAVE.demographics().stream().map(Demographic::trait).limit(3).toList();
    SampleSpec sample =
        new SampleSpec(
            FakeMatchingStage.DRAW,
            "panel",
            "h",
            WAVE.id(),
            WAVE.provenance().contentHash(),
            null,
            List.of(),
            List.of(),
            3,
            FakeMatchingStage.PEOPLE);
    PoolSpec spec =
        new PoolSpec(
            "p-primed",
            "primed",
            3,
            FakeMatchingStage.PEOPLE,
            new PoolChoice(null, new PoolChoice.Prime(TextStyle.BIO, traits), null, null),
            sample,
            USUAL,
            PromptFormat.DEFAULT);
    List<StoryRow> stories = written("primed", spec);
    assertThat(stories)
        .extracting(StoryRow::respondent)
        .hasSize(FakeMatchingStage.PEOPLE)
        .doesNotHaveDuplicates()
        .allMatch(id -> id != null && id.startsWith("r-"));
    PoolSpec otherWave =
        new PoolSpec(
            "p-primed-2",
            "primed",
            3,
            1,
            spec.source(),
            new SampleSpec(
                "d-1", "panel", "h", WAVE.id(), "other", null, List.of(), List.of(), 3, 1),
            USUAL,
            PromptFormat.DEFAULT);
    assertThatThrownBy(() -> stub.open(new OpenPool("primed", otherWave)))
        .rootCause()
        .hasMessageContaining("MissingData");
  }

  @Test
  void failingGates_endEverySlotAsExhausted() {
    PoolSpec spec = natural("p-fail", 4, USUAL, 2, 3, new Gates(100_000, true, false, true, true));
    stub.open(new OpenPool("fail", spec));
    BatchReceipt receipt = write("fail", spec, 0, 4, 0, PLENTY);
    assertThat(receipt.end()).isEqualTo(BatchEnd.DONE);
    assertThat(receipt.failed()).isEqualTo(4);
    assertThat(receipt.answered()).isZero();
    PoolReceipt closed = close("fail", "p-fail");
    assertThat(closed.stories()).isZero();
    assertThat(closed.exhausted()).isEqualTo(Map.of("gate", 4));
    assertThat(given().get("/backstory/pools/p-fail").jsonPath().getInt("failures.length"))
        .isEqualTo(24);
  }

  @Test
  void hopelessGates_pauseTheRunOnce() {
    PoolSpec spec =
        natural("p-yield", 40, USUAL, 8, 10, new Gates(100_000, true, false, true, false));
    stub.open(new OpenPool("yield", spec));
    BatchReceipt receipt = write("yield", spec, 0, 40, 0, PLENTY);
    assertThat(receipt.end()).isEqualTo(BatchEnd.HALTED);
    assertThat(receipt.halt()).isEqualTo(PauseReason.GATE_YIELD);
    assertThat(receipt.detail()).contains("length=200");
    assertThat(write("yield", spec, 0, 40, 1, PLENTY).end()).isEqualTo(BatchEnd.DONE);
  }

  @Test
  void duplicates_drawAgainBeforeTheyAreAccepted() {
    ModelAliases few = ModelAliases.all("few-texts");
    PoolSpec spec = natural("p-dup", 6, few, 1, 10, new Gates(3, true, false, true, false));
    List<StoryRow> stories = written("dup", spec);
    assertThat(stories).hasSize(4).extracting(StoryRow::passage).doesNotHaveDuplicates();
    PoolReceipt again = close("dup", "p-dup");
    assertThat(again.stories()).isEqualTo(4);
    assertThat(again.exhausted()).isEqualTo(Map.of("gate", 2));
  }

  @Test
  void outage_isParkedAndComesBackLater() {
    PoolSpec spec = natural("p-down", 8, ModelAliases.all("down"), Gates.DEFAULT);
    stub.open(new OpenPool("down", spec));
    assertThatThrownBy(() -> write("down", spec, 0, 8, 0, PLENTY))
        .rootCause()
        .hasMessageContaining("ModelUnavailable")
        .hasMessageContaining("nobody there");
  }

  @Test
  void steeringAndAllowance_endABatchInOrder() {
    PoolSpec spec = natural("p-steer", 20);
    stub.open(new OpenPool("steer", spec));
    stub.control(new ControlOrder("steer", SteeringMode.PAUSE, Map.of("base", 4), 1));
    stub.control(new ControlOrder("steer", SteeringMode.RUN, Map.of(), 0));
    BatchReceipt paused = write("steer", spec, 0, 20, 0, PLENTY);
    assertThat(paused.end()).isEqualTo(BatchEnd.PAUSED);
    assertThat(paused.remaining()).isEqualTo(20);
    assertThat(paused.settled()).isEqualTo(Allowance.NONE);
    stub.control(new ControlOrder("steer", SteeringMode.RUN, Map.of(), 2));
    Allowance small = new Allowance(5, 100_000, 1_000_000);
    BatchReceipt poor = write("steer", spec, 0, 20, 1, small);
    assertThat(poor.end()).isEqualTo(BatchEnd.NEEDS_GRANT);
    assertThat(small.covers(poor.settled())).isTrue();
    assertThat(write("steer", spec, 0, 20, 2, PLENTY).end()).isEqualTo(BatchEnd.DONE);
    stub.control(new ControlOrder("steer", SteeringMode.STOP, Map.of(), 3));
    PoolSpec next = natural("p-steer-2", 5);
    stub.open(new OpenPool("steer", next));
    assertThat(write("steer", next, 0, 5, 0, PLENTY).end()).isEqualTo(BatchEnd.STOPPED);
  }

  @Test
  void pool_isWrittenByOneExperimentAtATime() {
    PoolSpec spec = natural("p-shared", 3);
    stub.open(new OpenPool("first", spec));
    assertThatThrownBy(() -> stub.open(new OpenPool("second", spec)))
        .rootCause()
        .hasMessageContaining("Another experiment is writing pool p-shared");
    write("first", spec, 0, 3, 0, PLENTY);
    close("first", "p-shared");
    Roster roster = stub.open(new OpenPool("second", spec));
    assertThat(roster.answered()).isEqualTo(roster.cells());
    assertThat(write("second", spec, 0, 3, 0, PLENTY).end()).isEqualTo(BatchEnd.DONE);
  }

  @Test
  void imported_storiesArePagedAndSelected() {
    String file =
        "[\"" + "I was born by the sea. ".repeat(10) + "\", \"Q: Who?\\n\\nA: Me.\", \"x\", \"x\"]";
    Response kept =
        given().body(file).contentType("application/json").post("/backstory/pools?name=old");
    assertThat(kept.statusCode()).isEqualTo(201);
    String pool = kept.jsonPath().getString("pool");
    assertThat(kept.jsonPath().getInt("stories")).isEqualTo(3);
    assertThat(kept.jsonPath().getInt("ownQuestion")).isEqualTo(1);
    assertThat(kept.jsonPath().getInt("dropped.repeated-text")).isEqualTo(1);
    assertThat(
            given()
                .body(file)
                .contentType("text/plain")
                .post("/backstory/pools")
                .jsonPath()
                .getString("pool"))
        .isEqualTo(pool);
    assertThat(stories(pool)).hasSize(3);
    PoolSpec part =
        new PoolSpec(
            "p-part",
            "part",
            1,
            3,
            new PoolChoice(null, null, new PoolChoice.Import(pool, 40), null),
            null,
            USUAL,
            PromptFormat.DEFAULT);
    assertThat(stub.open(new OpenPool("imp", part)).size()).isEqualTo(1);
    assertThat(stories("p-part").getFirst().passage()).contains("born by the sea");
    assertThat(close("imp", "p-part").stories()).isEqualTo(1);
    Response refused =
        given().body("[1, 2]").contentType("application/json").post("/backstory/pools");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getList("errors")).hasSize(2);
    given().get("/backstory/pools/none/stories").then().statusCode(404);
    given().get("/backstory/pools/" + pool + "/stories?cursor=abc").then().statusCode(400);
  }

  @Test
  void baseModelAsJudge_isAskedByText() {
    PoolSpec spec =
        natural("p-base", 20, ModelAliases.all("base"), new Gates(120, true, false, true, true));
    assertThat(written("base", spec)).hasSizeGreaterThan(15);
    Response report = given().get("/backstory/pools/p-base");
    assertThat(report.jsonPath().getInt("judgeCalls")).isPositive();
    assertThat(report.jsonPath().getInt("unreadableVerdicts")).isZero();
  }

  @Test
  void check_namesUnknownAliasesAndPools() {
    ExperimentDocument document =
        Json.read(
            """
            {"apiVersion": "v1", "id": "x", "arms": [], "matchings": {},
             "models": {"interview": "base", "stories": "bsae", "judge": "chat", "reader": "chat",
                        "critic": "nothing-like-it"},
             "pools": {"old": {"imported": {"pool": "p-unknown", "minTokens": 40}}}}
            """,
            ExperimentDocument.class);
    CheckReport report = stub.check(new CheckRequest(document));
    assertThat(report.problems())
        .extracting(Problem::pointer)
        .containsExactly("/models/stories", "/models/critic", "/pools/old/import/pool");
    assertThat(report.problems().getFirst().suggestion()).contains("base");
    assertThat(report.models()).extracting(CheckReport.ModelFacts::alias).containsExactly("chat");
  }

  @Test
  void journal_refusesToForget() {
    written("forget", natural("p-forget", 2));
    assertThatThrownBy(() -> change("UPDATE call SET said = 'x' WHERE pool = 'p-forget'"))
        .hasMessageContaining("only grows");
    assertThatThrownBy(() -> change("DELETE FROM story WHERE pool = 'p-forget'"))
        .hasMessageContaining("only grows");
  }

  private List<StoryRow> written(String experiment, PoolSpec spec) {
    Roster roster = stub.open(new OpenPool(experiment, spec));
    assertThat(roster.expectedPerBatch().calls()).isPositive();
    assertThat(write(experiment, spec, 0, roster.size(), 0, PLENTY).end()).isEqualTo(BatchEnd.DONE);
    close(experiment, spec.pool());
    return stories(spec.pool());
  }

  private BatchReceipt write(
      String experiment, PoolSpec spec, int from, int to, int turn, Allowance allowance) {
    return stub.write(new StoryBatch(experiment, spec.pool(), from, to, turn, allowance));
  }

  private PoolReceipt close(String experiment, String pool) {
    return stub.close(new ClosePool(experiment, pool, PLENTY));
  }

  private static List<StoryRow> stories(String pool) {
    List<StoryRow> rows = new ArrayList<>();
    String cursor = "";
    do {
      Response page = given().get("/backstory/pools/" + pool + "/stories?limit=7&cursor=" + cursor);
      assertThat(page.statusCode()).isEqualTo(200);
      page.asString().lines().forEach(line -> rows.add(Json.read(line, StoryRow.class)));
      cursor = page.header(Paging.NEXT_CURSOR);
    } while (cursor != null);
    return rows;
  }

  private void forget(String pool) {
    change("ALTER TABLE call DISABLE TRIGGER call_only_grows");
    change("ALTER TABLE story DISABLE TRIGGER story_only_grows");
    for (String table : List.of("call", "call_cursor", "story", "slot", "batch")) {
      change("DELETE FROM " + table + " WHERE pool = '" + pool + "'");
    }
    change("DELETE FROM pool WHERE id = '" + pool + "'");
    change("ALTER TABLE call ENABLE TRIGGER call_only_grows");
    change("ALTER TABLE story ENABLE TRIGGER story_only_grows");
  }

  private void change(String sql) {
    try (Connection connection = source.getConnection()) {
      connection.createStatement().execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private long count(String sql) throws SQLException {
    return Long.parseLong(texts(sql).getFirst());
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private static PoolSpec natural(String pool, int slots) {
    return natural(pool, slots, USUAL, new Gates(120, true, false, true, true));
  }

  private static PoolSpec natural(String pool, int slots, ModelAliases models, Gates gates) {
    return natural(pool, slots, models, 8, 10, gates);
  }

  private static PoolSpec natural(
      String pool, int slots, ModelAliases models, int candidates, int rounds, Gates gates) {
    boolean preamble = !models.stories().equals("few-texts");
    return new PoolSpec(
        pool,
        "natural",
        11,
        slots,
        new PoolChoice(
            new Generate(slots, candidates, rounds, gates, preamble, false, 900), null, null, null),
        null,
        models,
        PromptFormat.DEFAULT);
  }
}
