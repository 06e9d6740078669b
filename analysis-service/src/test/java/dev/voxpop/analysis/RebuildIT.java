package dev.voxpop.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.voxpop.contracts.analysis.AwaitAnswers;
import dev.voxpop.contracts.analysis.ReportReceipt;
import dev.voxpop.contracts.survey.ArmReceipt;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers that were read again, came twice or came late. */
@QuarkusTest
@QuarkusTestResource(AnalysisStageResource.class)
class RebuildIT {

  @Inject StageProbe stage;

  @Test
  void rebuild_fromEventsAndFromRows_givesTheSameAnswersAndFindsWhatWasChanged() throws Exception {
    AnswerEvents arm = AnswerEvents.of("exp-d", "a", StageProbe.QUESTIONS);
    stage.send(arm.records());
    stage.send(arm.records().subList(0, 7));
    stage.activities().awaitAnswers(new AwaitAnswers("exp-d", List.of(arm.receipt())));
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
    stage.change(
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
    AnswerEvents arm = AnswerEvents.of("exp-e", "a", StageProbe.QUESTIONS);
    stage.send(arm.records());
    stage.send(List.of(arm.closing()));
    stage.send(arm.records().subList(0, 5));
    List<ArmReceipt> receipts = List.of(arm.receipt());
    stage.activities().awaitAnswers(new AwaitAnswers("exp-e", receipts));
    ReportReceipt receipt = stage.activities().analyse(StageProbe.request("exp-e", receipts));
    assertThat(given().accept("text/html").get(receipt.path()).asString())
        .doesNotContain("Late answers");

    AnswerEvents later = AnswerEvents.once("exp-e", "a", StageProbe.QUESTIONS.getFirst());
    stage.send(later.records());

    stage.await(() -> stage.answers().count("exp-e", "a").rows() == arm.records().size() + 1);
    stage.await(
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
}
