package dev.voxpop.matching;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.PairRow;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.contracts.experiment.AnalysisChoice;
import dev.voxpop.contracts.experiment.BudgetLimit;
import dev.voxpop.contracts.experiment.Compatibility;
import dev.voxpop.contracts.experiment.DecodingChoice;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.MatchingChoice;
import dev.voxpop.contracts.experiment.MatchingMethod;
import dev.voxpop.contracts.experiment.MatchingSpec;
import dev.voxpop.contracts.experiment.ModelAliases;
import dev.voxpop.contracts.experiment.Objective;
import dev.voxpop.contracts.experiment.OnNoValue;
import dev.voxpop.contracts.experiment.OnUndetermined;
import dev.voxpop.contracts.experiment.OnZero;
import dev.voxpop.contracts.experiment.SampleChoice;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.contracts.experiment.Straddling;
import dev.voxpop.contracts.experiment.Study;
import dev.voxpop.contracts.experiment.SurveyChoice;
import dev.voxpop.contracts.experiment.TieBreak;
import dev.voxpop.contracts.experiment.TraitChoice;
import dev.voxpop.contracts.matching.DrawSample;
import dev.voxpop.contracts.matching.MatchPersonas;
import dev.voxpop.contracts.matching.MatchReceipt;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.hosting.Json;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.matching.store.StoredPair;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.temporal.failure.ActivityFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MatchingStageResource.class)
class MatchingStageIT extends HostedStage {

  static final Wave WAVE = Waves.shipped().require("harbour-city-2026");

  @Test
  void sample_sentTwice_isOneSampleAndOtherDataAreRefused() {
    upload("panel-a", HarbourPanel.csv(30)).then().statusCode(201);
    upload("panel-a", HarbourPanel.csv(30)).then().statusCode(201);
    upload("panel-a", HarbourPanel.csv(31)).then().statusCode(409);
    Response shown = given().get("/matching/samples/panel-a");
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.jsonPath().getInt("people")).isEqualTo(30);
    assertThat(shown.jsonPath().getInt("summary.people")).isEqualTo(30);
    assertThat(given().get("/matching/samples").jsonPath().getList("id")).contains("panel-a");
  }

  @Test
  void sample_thatDoesNotFitTheWave_isAProblemDocument() {
    Response refused = upload("panel-b", HarbourPanel.csv(5).replace("WEIGHT", "GEWICHT"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.contentType()).contains("application/problem+json");
    assertThat(refused.jsonPath().getString("errors[0].detail"))
        .contains("\"WEIGHT\"")
        .contains("GEWICHT");
    given().get("/matching/samples/panel-b").then().statusCode(404);
  }

  @Test
  void draw_repeated_isTheSameAndPagesHoldEverybodyOnce() {
    SampleSpec sample = sample("panel-c", "d-1", 20);
    assertThat(stub.drawSample(new DrawSample(sample)).people()).isEqualTo(20);
    assertThat(stub.drawSample(new DrawSample(sample)).people()).isEqualTo(20);
    String column = WAVE.demographics().getFirst().column();
    List<RespondentRow> all =
        walk("/matching/draws/d-1/respondents?columns=" + column, 7, RespondentRow.class);
    assertThat(all)
        .hasSize(20)
        .isSortedAccordingTo((a, b) -> a.respondent().compareTo(b.respondent()));
    assertThat(all).allMatch(row -> row.respondent().matches("r-[0-9a-f]{16}"));
    assertThat(all).allMatch(row -> row.codes().keySet().equals(java.util.Set.of(column)));
    given().get("/matching/draws/d-1/respondents?cursor=abc").then().statusCode(400);
    given().get("/matching/draws/none/respondents").then().statusCode(404);
  }

  @Test
  void check_ofADocument_findsTheSampleOrSaysWhatIsWrong() {
    String hash = upload("panel-f", HarbourPanel.csv(60)).jsonPath().getString("contentHash");
    CheckReport good = stub.check(new CheckRequest(document("panel-f", 25, "age_4")));
    assertThat(good.problems()).isEmpty();
    assertThat(good.sample()).isEqualTo(new CheckReport.SampleFacts("panel-f", hash, 25));
    CheckReport bad = stub.check(new CheckRequest(document("panel-x", 25, "age")));
    assertThat(bad.problems())
        .extracting(Problem::pointer)
        .containsExactly("/matchings/greedy/traits/0", "/sample/humans");
    assertThat(bad.problems().getFirst().suggestion()).contains("age_4");
    CheckReport many = stub.check(new CheckRequest(document("panel-f", 61, "age_4")));
    assertThat(many.problems()).extracting(Problem::pointer).containsExactly("/sample/size");
  }

  private static ExperimentDocument document(String humans, int size, String trait) {
    return new ExperimentDocument(
        "v1",
        Study.SURVEY,
        "exp-1",
        null,
        null,
        7,
        new SurveyChoice(
            WAVE.id(), null, List.of(), 1, null, null, null, null, null, OnNoValue.OMIT, false),
        new SampleChoice(humans, size, List.of(), List.of()),
        ModelAliases.all("simulator"),
        null,
        DecodingChoice.DEFAULT,
        TraitChoice.defaults(),
        Map.of(),
        Map.of("greedy", choice(MatchingMethod.GREEDY, List.of(trait))),
        List.of(),
        AnalysisChoice.defaults(),
        BudgetLimit.NONE,
        3,
        null,
        false,
        Compatibility.OFF,
        false,
        null);
  }

  @Test
  void match_ofAPool_isStoredOnceAndCertified() {
    SampleSpec sample = sample("panel-d", "d-2", 40);
    MatchPersonas request = new MatchPersonas(matching("m-1", FakeSurveyStage.POOL, sample));
    MatchReceipt first = stub.match(request);
    MatchReceipt again = stub.match(request);
    assertThat(again).isEqualTo(first);
    assertThat(first.pairs()).isEqualTo(40);
    assertThat(first.gap()).isLessThan(1e-9);
    List<PairRow> pairs = walk("/matching/matchings/m-1/pairs", 13, PairRow.class);
    assertThat(pairs).hasSize(40);
    assertThat(pairs.stream().map(PairRow::story).distinct()).hasSize(40);
    assertThat(pairs.stream().mapToDouble(PairRow::weight).sum())
        .isCloseTo(first.total(), org.assertj.core.data.Offset.offset(1e-9));
    Response report = given().get("/matching/matchings/m-1");
    assertThat(report.jsonPath().getList("report.traits")).isEqualTo(FakeSurveyStage.TRAITS);
    assertThat(report.jsonPath().getInt("report.ranks.pairs")).isEqualTo(40);
    List<StoredPair> rows = walk("/matching/matchings/m-1/rows", 13, StoredPair.class);
    assertThat(rows).extracting(StoredPair::respondent).hasSize(40).isSorted();
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.status()).isEqualTo("matched");
              assertThat(row.traits()).hasSameSizeAs(FakeSurveyStage.TRAITS);
            });
  }

  @Test
  void match_withoutTraitsOrPeer_failsWithTheRightType() {
    SampleSpec sample = sample("panel-e", "d-3", 10);
    assertThatThrownBy(() -> stub.match(new MatchPersonas(matching("m-2", "p-none", sample))))
        .isInstanceOf(ActivityFailure.class)
        .rootCause()
        .hasMessageContaining("MissingData");
    assertThatThrownBy(() -> stub.match(new MatchPersonas(matching("m-3", "broken", sample))))
        .rootCause()
        .hasMessageContaining("PeerUnavailable");
  }

  static SampleSpec sample(String id, String draw, int size) {
    Response kept = upload(id, HarbourPanel.csv(60));
    return new SampleSpec(
        draw,
        id,
        kept.jsonPath().getString("contentHash"),
        WAVE.id(),
        WAVE.provenance().sha256(),
        size,
        List.of(),
        List.of(),
        7,
        size);
  }

  private static MatchingSpec matching(String id, String pool, SampleSpec sample) {
    MatchingChoice choice = choice(MatchingMethod.MAXIMUM_WEIGHT, FakeSurveyStage.TRAITS);
    return new MatchingSpec(id, "maximum", pool, "t-1", choice, sample, 7);
  }

  static MatchingChoice choice(MatchingMethod method, List<String> traits) {
    return new MatchingChoice(
        "natural",
        method,
        traits,
        List.of(),
        List.of(),
        null,
        null,
        false,
        OnZero.LIST,
        OnUndetermined.UNIFORM,
        0,
        TieBreak.SEEDED,
        Objective.SUM,
        Straddling.SPLIT);
  }

  private static Response upload(String id, String csv) {
    return given()
        .contentType("text/csv")
        .body(csv)
        .post("/matching/samples?id=%s&wave=%s".formatted(id, WAVE.id()));
  }

  static <T> List<T> walk(String path, int limit, Class<T> type) {
    List<T> rows = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Response page = given().queryParam("limit", limit).queryParam("cursor", cursor).get(path);
      assertThat(page.statusCode()).isEqualTo(200);
      page.asString().lines().forEach(line -> rows.add(Json.read(line, type)));
      cursor = page.header(Paging.NEXT_CURSOR);
    }
    return rows;
  }
}
