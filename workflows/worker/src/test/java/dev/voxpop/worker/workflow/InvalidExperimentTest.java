package dev.voxpop.worker.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.problem.Problem;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad inputs end the run at once, with every problem at its place. */
class InvalidExperimentTest {

  /** Each ended run may carry the world ten years on, and clocks count three hundred. */
  private static final int RUNS_A_WORLD = 10;

  private static World world = new World();
  private static int runs;

  @AfterAll
  static void close() {
    world.close();
  }

  private static List<Problem> refused(byte[]... payloads) {
    if (runs % RUNS_A_WORLD == RUNS_A_WORLD - 1) {
      world.close();
      world = new World();
    }
    WorkflowStub stub = world.start("bad-" + runs++, payloads);
    ApplicationFailure failure = Failures.of(world, stub);
    assertThat(failure.getType()).isEqualTo("InvalidExperiment");
    assertThat(failure.isNonRetryable()).isTrue();
    Problem[] problems = failure.getDetails().get(Problem[].class);
    assertThat(problems).isNotEmpty();
    return Arrays.asList(problems);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String with(String fields) {
    return "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"harbour-city-2026\"}," + fields + "}";
  }

  private static String survey(String fields) {
    return "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"harbour-city-2026\"," + fields + "}}";
  }

  static List<String[]> table() {
    List<String[]> table = new ArrayList<>();
    for (String[] row :
        new String[][] {
          {"{}", "", "apiVersion"},
          {"null", "", "null"},
          {"[]", "", "list"},
          {"\"text\"", "", "text"},
          {"7", "", "number 7"},
          {"true", "", "value true"},
          {"{", "", "strict JSON"},
          {"{'a':1}", "", "strict JSON"},
          {"// no\n{}", "", "strict JSON"},
          {"{}{}", "", "after"},
          {"{\"apiVersion\":\"v1\"}", "", "survey"},
          {"{\"survey\":{\"wave\":\"harbour-city-2026\"}}", "", "apiVersion"},
          {"{\"apiVersion\":\"v2\",\"survey\":{\"wave\":\"w\"}}", "/apiVersion", "v1"},
          {"{\"apiVersion\":1,\"survey\":{\"wave\":\"w\"}}", "/apiVersion", "v1"},
          {"{\"apiVersion\":\"v1\",\"apiVersion\":\"v1\"}", "", "Duplicate"},
          {"{\"apiVersion\":\"v1\",\"survey\":\"w\"}", "/survey", "text"},
          {"{\"apiVersion\":\"v1\",\"survey\":{}}", "/survey", "wave"},
          {"{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"nowhere\"}}", "/survey/wave", "nowhere"},
          {"{\"apiVersion\":\"v1\",\"survey\":{\"wave\":7}}", "/survey/wave", "7"},
          {survey("\"repeats\":0"), "/survey/repeats", "0"},
          {survey("\"repeats\":101"), "/survey/repeats", "101"},
          {survey("\"repeats\":1.5"), "/survey/repeats", "1.5"},
          {survey("\"repeats\":\"2\""), "/survey/repeats", "quotation"},
          {survey("\"inSeries\":\"yes\""), "/survey/inSeries", "yes"},
          {survey("\"inseries\":true"), "/survey/inseries", "inSeries"},
          {with("\"sead\":1"), "/sead", "seed"},
          {with("\"zzzzzz\":1"), "/zzzzzz", "no field"},
          {with("\"seed\":-1"), "/seed", "-1"},
          {with("\"seed\":NaN"), "", "strict JSON"},
          {with("\"seed\":1e308"), "/seed", "1"},
          {with("\"seed\":9007199254740993"), "/seed", "9007199254740993"},
          {with("\"seed\":null"), "/seed", "null"},
          {with("\"id\":\"Upper\""), "/id", "form"},
          {with("\"id\":\"a/b\""), "/id", "form"},
          {with("\"study\":\"Survey\""), "/study", "survey"},
          {with("\"format\":{\"symbol\":\"uper\"}"), "/format/symbol", "upper"},
          {with("\"format\":{\"symbol\":\"UPPER\"}"), "/format/symbol", "upper"},
          {with("\"models\":\"http://evil/\""), "/models", "form"},
          {with("\"models\":\"gpt-nine\""), "/models", "gpt-nine"},
          {with("\"budget\":{\"usd\":5}"), "/budget/usd", "5"},
          {with("\"budget\":{\"usd\":\"-5\"}"), "/budget/usd", "-5"},
          {with("\"budget\":{\"calls\":-1}"), "/budget/calls", "-1"},
          {with("\"sample\":{\"humans\":\"nobody\"}"), "/sample/humans", "nobody"},
          {with("\"arms\":[]"), "/arms", "list"},
          {with("\"arms\":[{\"id\":\"a\"}]"), "/arms/0", "exactly one"},
          {with("\"arms\":[7]"), "/arms/0", "7"},
          {with("\"arms\":[{\"id\":\"a\",\"stories\":\"gone\"}]"), "/arms/0/stories", "gone"},
          {with("\"pools\":{\"p\":{}}"), "/pools/p", "exactly one"},
          {with("\"title\":\"\\ud800\""), "/title", "surrogate"},
          {with("\"title\":\"\\u0000\""), "/title", "NUL"},
          {with("\"title\":\"" + "x".repeat(300) + "\""), "/title", "200"},
          {with("\"title\":\"" + "x".repeat(1 << 20) + "\""), "", "bytes"},
          {"[".repeat(1000) + "]".repeat(1000), "", "depth"},
          {with("\"title\":" + "[".repeat(1000) + "]".repeat(1000)), "", "depth"},
        }) {
      table.add(row);
    }
    return table;
  }

  @ParameterizedTest
  @MethodSource("table")
  void badDocument_failsTheRunAtItsPlace(String document, String pointer, String word) {
    assertThat(refused(bytes(document)))
        .anySatisfy(
            problem -> {
              assertThat(problem.pointer()).isEqualTo(pointer);
              assertThat(problem.detail() + problem.suggestion()).containsIgnoringCase(word);
            });
  }

  @Test
  void noPayloadEmptyPayloadAndTwo_failTheRun() {
    assertThat(refused())
        .singleElement()
        .extracting(Problem::detail)
        .isEqualTo("Nothing was sent.");
    assertThat(refused(new byte[0]))
        .singleElement()
        .extracting(Problem::detail)
        .isEqualTo("Nothing was sent.");
    assertThat(refused(bytes(World.SMALLEST), bytes("{}")))
        .singleElement()
        .extracting(Problem::detail)
        .isEqualTo("More than one payload was sent.");
    assertThat(refused(bytes(World.SMALLEST), bytes("{}"), bytes("{}"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFF, 0xC0, 0xED})
  void invalidUtf8_failsTheRun(int first) {
    assertThat(refused(new byte[] {(byte) first, (byte) 0xA0, (byte) 0x80})).hasSize(1);
  }

  @Test
  void thousandsOfProblems_areCountedAndTwentyAreListed() {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 9_000; i++) {
      fields.append(i == 0 ? "" : ",").append("\"f").append(i).append("\":1");
    }
    WorkflowStub stub = world.start("bad-many", bytes(with(fields.toString())));
    ApplicationFailure failure = Failures.of(world, stub);
    assertThat(failure.getDetails().get(Problem[].class)).hasSize(Problem.MOST_LISTED);
    assertThat(failure.getOriginalMessage()).contains("9000 problems").endsWith("and 8980 more");
  }

  @Test
  void veryLongFieldName_doesNotMakeAVeryLongFailure() {
    WorkflowStub stub = world.start("bad-long", bytes(with("\"" + "n".repeat(40_000) + "\":1")));
    ApplicationFailure failure = Failures.of(world, stub);
    assertThat(failure.getOriginalMessage()).hasSizeLessThan(1_000);
    assertThat(failure.getDetails().get(Problem[].class)[0].pointer()).hasSizeLessThan(300);
  }

  @Test
  void problemsOfSeveralOwners_areOneOrderedList() {
    List<Problem> problems =
        refused(
            bytes(
                "{\"apiVersion\":\"v1\",\"sede\":1,\"survey\":{\"wave\":\"nowhere\"},"
                    + "\"models\":\"gpt-nine\",\"sample\":{\"humans\":\"nobody\"}}"));
    assertThat(problems)
        .extracting(Problem::pointer)
        .containsExactly("/models", "/sample/humans", "/sede", "/survey/wave");
  }
}
