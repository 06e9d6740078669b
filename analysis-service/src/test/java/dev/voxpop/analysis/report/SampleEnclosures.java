package dev.voxpop.analysis.report;

import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.matched.MatchedPairs;
import dev.voxpop.analysis.matched.MatchedPairs.LabelBalance;
import dev.voxpop.analysis.matched.MatchedPairs.TraitAgreement;
import dev.voxpop.analysis.matched.MatchedPairs.Weights;
import dev.voxpop.analysis.matched.PairDetail;
import dev.voxpop.analysis.matched.RakedPersonas;
import dev.voxpop.analysis.report.Enclosures.Pairing;
import dev.voxpop.analysis.report.Enclosures.Raking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What other stages say of invented arms. */
public final class SampleEnclosures {

  private static final Map<String, List<String>> LABELS =
      new TreeMap<>(
          Map.of(
              "age_4", List.of("18–29", "30–49", "50–64", "65 and older"),
              "education_6",
                  List.of("Less than high school", "High school graduate", "Postgraduate degree"),
              "gender_2", List.of("Male", "Female"),
              "region_4", List.of("Northeast", "Midwest", "South", "West")));

  private SampleEnclosures() {}

  /** Two matchings, one of which the matching stage has forgotten. */
  public static Enclosures of(List<String> arms) {
    return new Enclosures(
        List.of(
            new Pairing("m-0123456789abcdef", arms, Optional.of(summary()), pairs()),
            new Pairing("m-fedcba9876543210", List.of("gone"), Optional.empty(), List.of())),
        List.of(
            new Raking("w-0123456789abcdef", arms, raked()),
            new Raking("w-fedcba9876543210", List.of("other"), impossible())),
        List.of());
  }

  private static MatchedPairs summary() {
    Weights weights = weights(480);
    return new MatchedPairs(
        4,
        2,
        Map.of("age_4", .012),
        new MatchedPairs.Report(
            500,
            2000,
            Map.of("matched", 480, "no_support", 18, "unmatched(capacity)", 2),
            3,
            new MatchedPairs.Rules("MAXIMUM_WEIGHT", 7, "SEEDED", "LIST", "REFUSE", "SUM"),
            1,
            List.copyOf(LABELS.keySet()),
            Map.of("age_4", 0, "gender_2", 11),
            301.25,
            new MatchedPairs.Certificate("SUM", 301.25, 301.25, 0, 0, "auction"),
            new MatchedPairs.Reuse(
                260, 240, 130.4, Map.of(0, 1740, 1, 180, 2, 40, 3, 20, 4, 8, 7, 9, 20, 2, 240, 1)),
            weights,
            new MatchedPairs.Ranks(480, .91, .2, 1.4, 1, nine(), .97, nine()),
            Map.of(0, weights, 1, weights(20), 4, new Weights(0, 0, 0, List.of())),
            new MatchedPairs.Agreement(
                LABELS.keySet().stream()
                    .map(trait -> new TraitAgreement(trait, 470, .81, .88))
                    .toList(),
                .61),
            balance()));
  }

  private static RakedPersonas raked() {
    return new RakedPersonas(
        500,
        60,
        Map.of("age_4", 3, "gender_2", 0),
        Map.of("age_4", 0, "gender_2", 2),
        new RakedPersonas.Issued(
            12,
            .31,
            2.4,
            1.192295,
            50.3,
            .1234,
            2.3e-11,
            List.of(
                new RakedPersonas.Margin("gender_2", "Male", .4901, .6135, .4901),
                new RakedPersonas.Margin("gender_2", "Female", .5099, .3865, .5099))),
        null);
  }

  private static RakedPersonas impossible() {
    return new RakedPersonas(
        500,
        60,
        Map.of("age_4", 0),
        Map.of("age_4", 0),
        null,
        "No persona has [age_4 = 65 and older], but the population does.\nMaybe write more?");
  }

  private static List<LabelBalance> balance() {
    Draws draws = new Draws(31, 3);
    List<LabelBalance> lines = new ArrayList<>();
    LABELS.forEach(
        (trait, labels) -> {
          for (String label : labels) {
            double people = .1 + .3 * draws.unit(lines.size());
            double pool = .4 * draws.unit(100 + lines.size());
            double before = label.equals("Male") ? Double.NEGATIVE_INFINITY : 2 * (people - pool);
            double after = label.equals("South") ? .31 : .12 * (draws.unit(lines.size()) - .5);
            lines.add(
                new LabelBalance(
                    trait,
                    label,
                    people,
                    people + .01,
                    pool,
                    people - .02,
                    people - pool,
                    .02,
                    before,
                    after,
                    Math.abs(after) > .1));
          }
        });
    return lines;
  }

  private static List<PairDetail> pairs() {
    return List.of(
        new PairDetail(
            "r-1",
            "matched",
            "b-1",
            .5,
            Math.log(.5),
            1,
            .5,
            1,
            2,
            3,
            List.of(new PairDetail.TraitFactor("age_4", .5, "18–29", "=1+1"))),
        new PairDetail(
            "r-2",
            "no_support",
            null,
            0,
            Double.NEGATIVE_INFINITY,
            0,
            0,
            0,
            0,
            0,
            List.of(new PairDetail.TraitFactor("age_4", null, null, null))));
  }

  private static Weights weights(int pairs) {
    return new Weights(pairs, .62, .66, nine());
  }

  private static List<Double> nine() {
    return IntStream.rangeClosed(1, 9).mapToObj(tenth -> tenth / 10.0).toList();
  }
}
