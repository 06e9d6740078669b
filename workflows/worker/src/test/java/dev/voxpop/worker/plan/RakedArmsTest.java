package dev.voxpop.worker.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.RakingMembership;
import dev.voxpop.contracts.experiment.RakingSpec;
import dev.voxpop.contracts.experiment.Straddling;
import dev.voxpop.contracts.experiments.Plan;
import dev.voxpop.contracts.experiments.Reading;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.contracts.run.CheckReport.SampleFacts;
import dev.voxpop.contracts.run.CheckReport.WaveFacts;
import dev.voxpop.worker.document.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RakedArmsTest {

  private static final List<String> MAPPED =
      List.of("age_4", "gender", "education", "income_13", "race");

  @Test
  void poolsAndMatchings_ofRakedArms_areRakedOnceEach() {
    Settled settled =
        settled(
            """
            "pools": {"natural": {"generate": {"stories": 30}}, "other": {"generate": {"stories": 20}}},
            "matchings": {"greedy": {"pool": "natural"}},
            "arms": [{"id": "a", "stories": "natural", "weights": "raked"},
                     {"id": "b", "stories": "natural", "weights": "raked",
                      "decoding": {"temperature": 0.5}},
                     {"id": "c", "matching": "greedy", "weights": "raked"},
                     {"id": "d", "matching": "greedy"},
                     {"id": "e", "stories": "other"}]
            """);
    PoolSpec natural = settled.pools().getFirst();
    assertThat(settled.rakings()).extracting(RakingSpec::pool).containsOnly(natural.pool());
    assertThat(settled.rakings())
        .extracting(RakingSpec::matching)
        .containsExactly(null, settled.matchings().getFirst().matching());
    assertThat(settled.rakings())
        .extracting(RakingSpec::raking)
        .allMatch(id -> id.matches("w-[0-9a-f]{16}"))
        .doesNotHaveDuplicates();
    assertThat(settled.rakings().getFirst().traits()).isEqualTo(MAPPED);
    assertThat(settled.rakings().getFirst().covers(settled.arms().get(1))).isTrue();
    assertThat(settled.rakings().getFirst().covers(settled.arms().get(3))).isFalse();
    assertThat(settled.questionedPools()).containsExactly(natural.pool());
  }

  @Test
  void rakedPool_withoutMatching_hasItsTraitsAskedAndPriced() {
    String arms = "\"pools\": {\"p\": {\"generate\": {\"stories\": 30}}}, \"arms\": [%s]";
    String arm = "{\"id\": \"a\", \"stories\": \"p\", \"weights\": \"%s\"}";
    String raked = arms.formatted(arm.formatted("raked"));
    String plain = arms.formatted(arm.formatted("none"));

    assertThat(settled(raked).traits()).isNotNull();
    assertThat(plan(raked).lines())
        .anyMatch(line -> line.startsWith("traits: 30 stories × 5 traits"));
    assertThat(settled(plain).traits()).isNull();
    assertThat(settled(plain).rakings()).isEmpty();
    assertThat(plan(plain).callsHigh()).isLessThan(plan(raked).callsHigh());
    assertThat(settled(plain).arms().getFirst().hash())
        .as("weights change no answer")
        .isEqualTo(settled(raked).arms().getFirst().hash());
  }

  @Test
  void choiceOfTheDocument_weighsEveryArmThatHasStoriesAndSaysNothingItself() {
    Settled settled =
        settled(
            """
            "pools": {"natural": {"generate": {"stories": 30}}},
            "matchings": {"greedy": {"pool": "natural", "straddling": "first"}},
            "arms": [{"id": "base", "baseline": "bio"},
                     {"id": "story", "stories": "natural"},
                     {"id": "pairs", "matching": "greedy", "weights": "human"}],
            "analysis": {"weights": "raked",
                         "raking": {"traits": ["age_4", "gender"], "membership": "modal"}}
            """);
    assertThat(settled.rakings())
        .singleElement()
        .satisfies(
            raking -> {
              assertThat(raking.matching()).isNull();
              assertThat(raking.traits()).containsExactly("age_4", "gender");
              assertThat(raking.membership()).isEqualTo(RakingMembership.MODAL);
              assertThat(raking.straddling()).isEqualTo(Straddling.SPLIT);
            });
  }

  @Test
  void id_changesWithWhatTheWeightsDependOnAndWithNothingElse() {
    String document =
        """
        "pools": {"p": {"generate": {"stories": 30}}}, "seed": 1,
        "arms": [{"id": "a", "stories": "p", "weights": "raked"}],
        "analysis": {"bootstrap": 100, "raking": {"membership": "fractional"}}
        """;
    String id = id(document);
    assertThat(id(document.replace("\"a\"", "\"z\"").replace("100", "200"))).isEqualTo(id);
    assertThat(id(document.replace("fractional", "modal"))).isNotEqualTo(id);
    assertThat(id(document.replace("\"membership\"", "\"traits\": [\"race\"], \"membership\"")))
        .isNotEqualTo(id);
    assertThat(id(document.replace("\"seed\": 1", "\"seed\": 2"))).isNotEqualTo(id);
    assertThat(id(document.replace("30", "31"))).isNotEqualTo(id);
    assertThat(id("\"compat\": \"original\"," + document)).isNotEqualTo(id);
  }

  private static String id(String fields) {
    return settled(fields).rakings().getFirst().raking();
  }

  @Test
  void rakings_thatCannotWork_areRefusedAtTheirPlace() {
    String story = "\"arms\": [{\"id\": \"a\", \"stories\": \"natural\", \"weights\": \"raked\"}]";
    refused(
        "\"arms\": [{\"id\": \"a\", \"baseline\": \"bio\", \"weights\": \"raked\"}]",
        MAPPED,
        "/arms/0/weights",
        "baseline");
    refused(
        "\"arms\": [{\"id\": \"a\", \"baseline\": \"bio\"}], \"analysis\": {\"weights\": \"raked\"}",
        MAPPED,
        "/analysis/weights",
        "no arm has personas");
    refused(
        "\"pools\": {\"p\": {\"generate\": {}}}, \"analysis\": {\"weights\": \"raked\"}",
        MAPPED,
        "/analysis/weights",
        "no arm has personas");
    refused(story, List.of(), "/arms/0/weights", "no trait to rake by");
    refused("\"analysis\": {\"weights\": \"raked\"}", List.of(), "/analysis/weights", "no trait");
    refused(
        story + ", \"traits\": {\"use\": [\"age_4\", \"region\"]}",
        MAPPED,
        "/arms/0/weights",
        "\"region\"");
    refused(
        story + ", \"analysis\": {\"raking\": {\"traits\": [\"age_4\", \"region\"]}}",
        MAPPED,
        "/analysis/raking/traits/1",
        "does not map");
    refused(
        story
            + ", \"traits\": {\"use\": [\"age_4\"]}, \"analysis\": {\"raking\": {\"traits\": [\"race\"]}}",
        MAPPED,
        "/analysis/raking/traits/0",
        "not asked");
  }

  private static void refused(String fields, List<String> mapped, String pointer, String detail) {
    assertThat(judged(fields, mapped).problems())
        .singleElement()
        .satisfies(
            (Problem problem) -> {
              assertThat(problem.pointer()).isEqualTo(pointer);
              assertThat(problem.detail()).contains(detail);
              assertThat(problem.suggestion()).isNotEmpty();
            });
  }

  private static Settled settled(String fields) {
    Admittance judged = judged(fields);
    assertThat(judged.problems()).isEmpty();
    return Objects.requireNonNull(judged.settled());
  }

  private static Plan plan(String fields) {
    return Objects.requireNonNull(judged(fields).plan());
  }

  private static Admittance judged(String fields) {
    return judged(fields, MAPPED);
  }

  private static Admittance judged(String fields, List<String> mapped) {
    String text = "{\"apiVersion\": \"v1\", \"survey\": {\"wave\": \"w\"}, " + fields + "}";
    Reading reading = DocumentReader.read(text.getBytes(StandardCharsets.UTF_8), "raked");
    ExperimentDocument document = Objects.requireNonNull(reading.document());
    WaveFacts wave =
        new WaveFacts(
            "w", "hash", List.of("q1"), mapped, List.of(), true, false, false, true, false);
    ModelFacts model =
        new ModelFacts("default", "sim", "completion", 8192, 40, 5, true, 64, 0L, 0L, true);
    return Admittance.of(
        document,
        reading.problems(),
        List.of(
            new CheckReport(
                List.of(),
                wave,
                new SampleFacts("panel", "content", 40),
                List.of(model),
                Map.of())));
  }
}
