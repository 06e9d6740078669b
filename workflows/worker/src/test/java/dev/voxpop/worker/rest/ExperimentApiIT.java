package dev.voxpop.worker.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.worker.ExperimentStageResource;
import dev.voxpop.worker.workflow.Script;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ExperimentStageResource.class)
class ExperimentApiIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource @Nullable URI base;
  @Inject Script script;

  private final HttpClient http = HttpClient.newHttpClient();

  private HttpResponse<String> send(String method, String path, String type, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(Objects.requireNonNull(base).resolve(path))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> get(String path) {
    return send("GET", path, "application/json", "");
  }

  private HttpResponse<String> post(String path, String body) {
    return send("POST", path, "application/json", body);
  }

  private static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  private static JsonNode problem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = json(response);
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("type").textValue()).startsWith("urn:voxpop:problem:");
    assertThat(response.body()).doesNotContain("Exception", "dev.voxpop", "\tat ");
    return problem;
  }

  private static String document(String id) {
    return """
        {"apiVersion": "v1", "id": "%s", "survey": {"wave": "harbour-city-2026"},
         "arms": [{"id": "bio", "baseline": "bio"}]}
        """
        .formatted(id);
  }

  private JsonNode ended(String id) {
    return until(id, "completed");
  }

  /** Reads an experiment until it is in this state. */
  private JsonNode until(String id, String state) {
    CountDownLatch never = new CountDownLatch(1);
    for (int look = 0; look < 600; look++) {
      JsonNode row = json(get("/experiments/" + id));
      if (row.path("state").asText().equals(state)) {
        return row;
      }
      try {
        assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError(get("/experiments/" + id).body());
  }

  @Test
  void validDocument_isAcceptedRunAndListed() {
    HttpResponse<String> response = post("/experiments", document("over-http"));
    assertThat(response.statusCode()).isIn(200, 202);
    JsonNode row = ended("over-http");
    assertThat(row.get("state").textValue()).isEqualTo("completed");
    assertThat(row.get("result").get("answered").intValue()).isEqualTo(120);
    assertThat(row.get("plan").get("cells").intValue()).isEqualTo(120);
    assertThat(
            StreamSupport.stream(json(get("/experiments")).spliterator(), false)
                .map(one -> one.get("id").textValue()))
        .contains("over-http");
    assertThat(get("/experiments/over-http/document").body()).isEqualTo(document("over-http"));
    assertThat(json(get("/experiments/over-http/progress")).get("state").textValue())
        .isEqualTo("completed");
  }

  @Test
  void finishedExperiment_isFinishedAgainWithoutAskingTwice() {
    post("/experiments", document("again"));
    JsonNode first = ended("again");
    HttpResponse<String> response = post("/experiments", document("again"));
    assertThat(response.statusCode()).isIn(200, 202);
    JsonNode second = ended("again");
    assertThat(second.get("documentHash")).isEqualTo(first.get("documentHash"));
  }

  @Test
  void dryRun_answersWithThePlanAndClaimsNothing() {
    String planned = document("only-planned").replace("\"v1\",", "\"v1\", \"dryRun\": true,");
    HttpResponse<String> response = post("/experiments", planned);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).get("state").textValue()).isEqualTo("planned");
    problem(get("/experiments/only-planned"), 404);
  }

  @Test
  void unreadableDocument_isAProblemAtOnce() {
    JsonNode problem = problem(post("/experiments", "{"), 400);
    assertThat(problem.get("errors")).hasSize(1);
    problem(post("/experiments", ""), 400);
    problem(post("/experiments", "[]"), 400);
  }

  @Test
  void documentWithProblems_namesThemAll() {
    JsonNode problem =
        problem(
            post(
                "/experiments",
                """
                {"apiVersion": "v1", "id": "wrong", "sede": 3, "survey": {"wave": "nowhere"},
                 "sample": {"humans": "nobody"}, "pilot": "12"}
                """),
            400);
    assertThat(problem.get("type").textValue()).isEqualTo("urn:voxpop:problem:invalid-experiment");
    assertThat(
            StreamSupport.stream(problem.get("errors").spliterator(), false)
                .map(error -> error.get("pointer").textValue()))
        .containsExactly("/pilot", "/sample/humans", "/sede", "/survey/wave");
  }

  @Test
  void moreThanTwentyProblems_areCounted() {
    String fields =
        String.join(",", IntStream.range(0, 30).mapToObj(i -> "\"f" + i + "\":1").toList());
    JsonNode problem =
        problem(
            post(
                "/experiments",
                "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"harbour-city-2026\"},"
                    + fields
                    + "}"),
            400);
    assertThat(problem.get("errors")).hasSize(20);
    assertThat(problem.get("detail").textValue()).contains("30 problems");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /experiments/nobody-knows, 404",
    "GET, /experiments/nobody-knows/document, 404",
    "GET, /experiments/nobody-knows/progress, 404",
    "POST, /experiments/nobody-knows/pause, 404",
    "POST, /experiments/nobody-knows/cancel, 404",
    "GET, /no/such/path, 404",
    "GET, /schemas/unknown.json, 404",
    "DELETE, /schemas/experiment.v1.json, 405",
    "PUT, /experiments, 405",
    "GET, /experiments?limit=many, 404",
  })
  void wrongRequest_isAProblem(String method, String path, int status) {
    problem(send(method, path, "application/json", ""), status);
  }

  @Test
  void steeringOfAnEndedRun_isAConflict() {
    post("/experiments", document("done-already"));
    ended("done-already");
    problem(post("/experiments/done-already/pause", ""), 409);
  }

  @Test
  void schemaAndConsole_areServed() {
    HttpResponse<String> schema = get("/schemas/experiment.v1.json");
    assertThat(schema.statusCode()).isEqualTo(200);
    assertThat(schema.headers().firstValue("content-type").orElse(""))
        .startsWith("application/schema+json");
    assertThat(json(schema).get("$schema").textValue()).contains("2020-12");
    post("/experiments", document("on-the-page"));
    ended("on-the-page");
    assertThat(get("/console").body()).contains("on-the-page");
    assertThat(get("/console/on-the-page").body()).contains("completed");
    problem(get("/console/nobody-knows"), 404);
  }

  @Test
  void pausedRun_standsStillUntilResumed() {
    script.at("enrolArm tea", 1, () -> post("/experiments/steered/pause?reason=tea", ""));
    HttpResponse<String> started =
        post("/experiments", document("steered").replace("\"id\": \"bio\"", "\"id\": \"tea\""));
    assertThat(started.statusCode()).isEqualTo(202);
    assertThat(started.headers().firstValue("location").orElse(""))
        .endsWith("/experiments/steered");
    assertThat(until("steered", "paused").get("reason").textValue()).isEqualTo("operator");
    assertThat(post("/experiments/steered/resume", "").statusCode()).isEqualTo(202);
    assertThat(ended("steered").get("state").textValue()).isEqualTo("completed");
  }

  @Test
  void goodDocument_isValidatedAndPlannedWithoutBeingStarted() {
    assertThat(json(post("/experiments/validate", document("on-paper"))).get("valid").asBoolean())
        .isTrue();
    JsonNode plan = json(post("/experiments/plan", document("on-paper")));
    assertThat(plan.get("cells").intValue()).isEqualTo(120);
    problem(get("/experiments/on-paper"), 404);
  }

  @Test
  void badDocument_hasTheSameProblemsWhereverItIsSent() {
    String bad =
        """
        {"apiVersion": "v1", "sede": 3, "survey": {"wave": "nowhere"}, "pilot": "12"}
        """;
    JsonNode started = problem(post("/experiments", bad), 400).get("errors");
    assertThat(problem(post("/experiments/validate", bad), 400).get("errors")).isEqualTo(started);
    assertThat(problem(post("/experiments/plan", bad), 400).get("errors")).isEqualTo(started);
  }

  @Test
  void limitsOfARun_areSetOrRefusedWithAReason() {
    script.at("enrolArm limits", 1, () -> post("/experiments/limited/pause", ""));
    post("/experiments", document("limited").replace("\"id\": \"bio\"", "\"id\": \"limits\""));
    until("limited", "paused");
    assertThat(put("limited/budget", "{\"usd\": \"7.00\"}").statusCode()).isEqualTo(202);
    assertThat(put("limited/concurrency", "{\"alias\": \"default\", \"n\": 3}").statusCode())
        .isEqualTo(202);
    assertThat(problem(put("limited/budget", "{\"usd\": \"-1\"}"), 409).get("detail").asText())
        .contains("\"-1\"")
        .contains("Maybe");
    assertThat(
            problem(put("limited/concurrency", "{\"alias\": \"default\", \"n\": 0}"), 409)
                .get("detail")
                .asText())
        .contains("Concurrency 0");
    problem(put("limited/budget", "{"), 400);
    post("/experiments/limited/resume", "");
    ended("limited");
    problem(put("limited/budget", "{\"usd\": \"8.00\"}"), 409);
  }

  private HttpResponse<String> put(String path, String body) {
    return send("PUT", "/experiments/" + path, "application/json", body);
  }
}
