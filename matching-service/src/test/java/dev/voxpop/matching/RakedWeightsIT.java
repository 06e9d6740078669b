package dev.voxpop.matching;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.contracts.bulk.PairRow;
import dev.voxpop.contracts.bulk.TraitRow;
import dev.voxpop.contracts.bulk.WeightRow;
import dev.voxpop.contracts.experiment.MatchingMethod;
import dev.voxpop.contracts.experiment.MatchingSpec;
import dev.voxpop.contracts.experiment.RakingMembership;
import dev.voxpop.contracts.experiment.RakingSpec;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.contracts.experiment.Straddling;
import dev.voxpop.contracts.experiment.TraitCondition;
import dev.voxpop.contracts.matching.MatchPersonas;
import dev.voxpop.contracts.matching.RakePersonas;
import dev.voxpop.contracts.matching.RakeReceipt;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.matching.files.RakeFiles;
import dev.voxpop.matching.files.RakeFilesRequest;
import dev.voxpop.matching.population.Membership;
import dev.voxpop.matching.trait.LabelMap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights within a run, held against those of the same data as files. */
@QuarkusTest
@QuarkusTestResource(MatchingStageResource.class)
class RakedWeightsIT extends HostedStage {

  private static final int PEOPLE = 60;

  /** Of these, stories have every combination equally often; education goes with age. */
  private static final List<String> TRAITS = List.of("age_4", "gender");

  @TempDir Path folder;

  @Test
  void weightsOfAPool_areThoseOfTheFileCommandAndStoredOnce() throws IOException {
    SampleSpec sample = MatchingStageIT.sample("panel-w", "d-w", PEOPLE);
    RakePersonas request = request("w-pool", null, sample, RakingMembership.FRACTIONAL);
    RakeReceipt receipt = stub.rake(request);

    assertThat(stub.rake(request)).isEqualTo(receipt);
    assertThat(receipt.problem()).isNull();
    assertThat(receipt.personas()).isEqualTo(FakeSurveyStage.STORIES);
    assertThat(receipt.marginError()).isLessThanOrEqualTo(1e-10);
    Map<String, String> own =
        FakeSurveyStage.rows().stream()
            .map(TraitRow::story)
            .distinct()
            .collect(Collectors.toMap(story -> story, story -> story));
    agree("w-pool", fileWeights(own, Membership.FRACTIONAL));
    JsonPath report = given().get("/matching/rakings/w-pool").jsonPath();
    assertThat(report.getInt("people")).isEqualTo(PEOPLE);
    assertThat(report.getInt("issued.rounds")).isEqualTo(receipt.rounds());
    assertThat(report.getDouble("issued.errorBefore")).isGreaterThan(.01);
    assertThat(report.getList("issued.margins.trait")).containsAll(TRAITS);
    given().get("/matching/rakings/none").then().statusCode(404);
    given().get("/matching/rakings/none/weights").then().statusCode(404);
  }

  @Test
  void weightsOfAMatching_countAStoryOncePerPair() throws IOException {
    SampleSpec sample = MatchingStageIT.sample("panel-v", "d-v", PEOPLE);
    stub.match(
        new MatchPersonas(
            new MatchingSpec(
                "m-w",
                "greedy",
                FakeSurveyStage.POOL,
                "t-1",
                MatchingStageIT.choice(MatchingMethod.GREEDY, List.of("age_4")),
                sample,
                7)));
    RakeReceipt receipt = stub.rake(request("w-pairs", "m-w", sample, RakingMembership.FRACTIONAL));

    assertThat(receipt.problem()).isNull();
    assertThat(receipt.personas()).isEqualTo(PEOPLE);
    Map<String, String> pairs = new TreeMap<>();
    for (PairRow pair : MatchingStageIT.walk("/matching/matchings/m-w/pairs", 13, PairRow.class)) {
      pairs.put(pair.story() + "~" + pair.respondent(), String.valueOf(pair.story()));
    }
    agree("w-pairs", fileWeights(pairs, Membership.FRACTIONAL));
  }

  @Test
  void rakingThatCannotBeDone_isAnOutcomeWithItsLabelsAndIsStored() {
    SampleSpec all = MatchingStageIT.sample("panel-u", "d-u", 15);
    SampleSpec young =
        new SampleSpec(
            "d-young",
            all.sample(),
            all.sampleHash(),
            all.wave(),
            all.waveHash(),
            null,
            List.of(new TraitCondition("age_4", List.of("18-29"), null)),
            List.of(),
            7,
            15);
    RakePersonas request = request("w-young", null, young, RakingMembership.FRACTIONAL);
    RakeReceipt receipt = stub.rake(request);

    assertThat(receipt.problem()).contains("30-49").contains("age_4").contains("Maybe");
    assertThat(stub.rake(request)).isEqualTo(receipt);
    assertThat(given().get("/matching/rakings/w-young/weights").asString()).isEmpty();
    assertThat(given().get("/matching/rakings/w-young").jsonPath().getString("problem"))
        .isEqualTo(receipt.problem());
    RakeReceipt whole = stub.rake(request("w-whole", null, young, RakingMembership.MODAL));
    assertThat(whole.problem()).isNull();
    assertThat(whole.effectiveSize()).isLessThan(16);
  }

  @Test
  void raking_withoutItsMatchingOrTraits_failsWithTheRightType() {
    SampleSpec sample = MatchingStageIT.sample("panel-t", "d-t", 10);
    assertThatThrownBy(
            () -> stub.rake(request("w-1", "m-none", sample, RakingMembership.FRACTIONAL)))
        .rootCause()
        .hasMessageContaining("MissingData");
    RakingSpec spec = request("w-2", null, sample, RakingMembership.MODAL).raking();
    RakingSpec elsewhere =
        new RakingSpec(
            "w-2",
            "broken",
            null,
            "t-1",
            spec.traits(),
            spec.membership(),
            spec.straddling(),
            sample);
    assertThatThrownBy(() -> stub.rake(new RakePersonas(elsewhere)))
        .rootCause()
        .hasMessageContaining("PeerUnavailable");
  }

  private static void agree(String raking, Map<String, Double> expected) {
    List<WeightRow> rows =
        MatchingStageIT.walk("/matching/rakings/" + raking + "/weights", 13, WeightRow.class);
    assertThat(rows).extracting(WeightRow::persona).containsExactlyElementsOf(expected.keySet());
    for (WeightRow row : rows) {
      assertThat(row.weight())
          .as(row.persona())
          .isCloseTo(expected.getOrDefault(row.persona(), Double.NaN), within(1e-9));
    }
    assertThat(rows.stream().mapToDouble(WeightRow::weight).distinct().count()).isGreaterThan(1);
  }

  /** What {@code ./voxpop rake} writes for these personas and their stories. */
  private Map<String, Double> fileWeights(Map<String, String> personas, Membership membership)
      throws IOException {
    RakeFiles.run(
        new RakeFilesRequest(
            Files.write(folder.resolve("personas.csv"), personaLines(personas)),
            Files.write(folder.resolve("margins.csv"), marginLines()),
            folder,
            membership,
            Optional.empty(),
            Optional.empty()));
    Map<String, Double> weights = new TreeMap<>();
    for (String line :
        Files.readAllLines(folder.resolve("weights.csv")).subList(1, personas.size() + 1)) {
      String[] cells = line.replace("\"", "").split(",", -1);
      weights.put(cells[0], Double.parseDouble(cells[1]));
    }
    return weights;
  }

  private static List<String> personaLines(Map<String, String> personas) {
    Map<String, Map<String, List<Double>>> masses = new TreeMap<>();
    for (TraitRow row : FakeSurveyStage.rows()) {
      List<Double> shares = row.probabilities();
      masses
          .computeIfAbsent(row.story(), story -> new TreeMap<>())
          .put(row.trait(), map(row.trait()).massOf(shares == null ? List.of() : shares).masses());
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "id,"
            + TRAITS.stream()
                .flatMap(
                    trait ->
                        map(trait).labels().labels().stream().map(label -> trait + "=" + label))
                .collect(Collectors.joining(",")));
    personas.forEach(
        (persona, story) ->
            lines.add(
                persona
                    + TRAITS.stream()
                        .flatMap(
                            trait ->
                                masses
                                    .getOrDefault(story, Map.of())
                                    .getOrDefault(trait, List.of())
                                    .stream())
                        .map(mass -> "," + mass)
                        .collect(Collectors.joining())));
    return lines;
  }

  /** Person i takes option i of every column and weighs .5, 1.5 or 2.5. */
  private static List<String> marginLines() {
    List<String> lines = new ArrayList<>(List.of("trait,label,share"));
    for (String trait : TRAITS) {
      Demographic demographic = MatchingStageIT.WAVE.demographic(trait).orElseThrow();
      Map<String, Double> sums = new TreeMap<>();
      double all = 0;
      for (int person = 0; person < PEOPLE; person++) {
        String label =
            demographic.options().get(person % demographic.options().size()).label().orElseThrow();
        sums.merge(label, .5 + person % 3, Double::sum);
        all += .5 + person % 3;
      }
      for (Map.Entry<String, Double> sum : sums.entrySet()) {
        lines.add("%s,%s,%s".formatted(trait, sum.getKey(), sum.getValue() / all));
      }
    }
    return lines;
  }

  private static LabelMap map(String trait) {
    return LabelMap.of(
        MatchingStageIT.WAVE.demographic(trait).orElseThrow(),
        Waves.shipped().traits().require(trait).optionNames());
  }

  private static RakePersonas request(
      String id, @Nullable String matching, SampleSpec sample, RakingMembership membership) {
    return new RakePersonas(
        new RakingSpec(
            id,
            FakeSurveyStage.POOL,
            matching,
            "t-1",
            TRAITS,
            membership,
            Straddling.SPLIT,
            sample));
  }
}
