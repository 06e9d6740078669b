package dev.voxpop.worker.plan;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.MatchingSpec;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.TraitMethod;
import dev.voxpop.contracts.experiments.Plan;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rules that need a plan: capacities, capabilities, prices and sheer size. */
final class Admissibility {

  private static final long CONFIRM_ABOVE = 100_000_000L;

  private Admissibility() {}

  /** What stands against running the plan. */
  static List<Problem> problems(
      ExperimentDocument document, Settled settled, Plan plan, Facts facts) {
    List<Problem> problems = new ArrayList<>();
    settled.matchings().forEach(matching -> capacity(matching, settled, problems));
    logProbabilities(document, facts, problems);
    problems.addAll(new RakingRules(document, settled, facts).problems());
    problems.addAll(tokenProbabilities(document, settled, facts));
    money(document, plan, problems);
    size(document, plan, problems);
    problems.addAll(AuditAdmissibility.problems(document, settled));
    return problems;
  }

  private static void capacity(MatchingSpec matching, Settled settled, List<Problem> problems) {
    Integer limit =
        switch (matching.choice().method()) {
          case GREEDY -> matching.choice().reuseCap();
          case MAXIMUM_WEIGHT -> matching.choice().capacity();
          case RANDOM -> null;
        };
    long stories =
        settled.pools().stream()
            .filter(pool -> pool.pool().equals(matching.pool()))
            .mapToLong(PoolSpec::stories)
            .sum();
    int people = settled.sample().people();
    if (limit != null && limit * stories < people && !matching.choice().allowUnmatched()) {
      problems.add(
          new Problem(
              "/matchings/" + matching.name(),
              stories
                  + " stories with at most "
                  + limit
                  + " people each serve fewer than the "
                  + people
                  + " people",
              "raise the limit, write more stories, or set \"allowUnmatched\": true"));
    }
  }

  private static void logProbabilities(
      ExperimentDocument document, Facts facts, List<Problem> problems) {
    String alias = document.models().interview();
    if (document.traits().method() == TraitMethod.LOGPROB && !givesLogprobs(alias, facts)) {
      problems.add(new Problem("/traits/method", givesNone(alias), "use \"sampled\""));
    }
  }

  /** One problem a place: arms without settings of their own share the document's. */
  private static Set<Problem> tokenProbabilities(
      ExperimentDocument document, Settled settled, Facts facts) {
    Set<Problem> found = new LinkedHashSet<>();
    for (int i = 0; i < settled.arms().size(); i++) {
      ArmSpec arm = settled.arms().get(i);
      String alias = arm.models().interview();
      if (arm.decoding().tokenProbabilities() && !givesLogprobs(alias, facts)) {
        boolean own = i < document.arms().size() && document.arms().get(i).decoding() != null;
        found.add(
            new Problem(
                (own ? "/arms/" + i : "") + "/decoding/tokenProbabilities",
                givesNone(alias),
                "leave it out, or name a model that gives them"));
      }
    }
    return found;
  }

  private static boolean givesLogprobs(String alias, Facts facts) {
    return facts.model(alias).map(ModelFacts::topLogprobs).orElse(0) > 0;
  }

  private static String givesNone(String alias) {
    return "the model alias \"" + alias + "\" gives no log-probabilities";
  }

  private static void money(ExperimentDocument document, Plan plan, List<Problem> problems) {
    if (document.budget().micros() != null && plan.microsHigh() == null) {
      problems.add(
          new Problem(
              "/budget/usd",
              "a limit in money needs the price of every model in use, and one is unknown",
              "configure the prices, or limit tokens or calls"));
    }
  }

  private static void size(ExperimentDocument document, Plan plan, List<Problem> problems) {
    if (plan.callsHigh() > CONFIRM_ABOVE && !document.confirm()) {
      problems.add(
          new Problem(
              "/confirm",
              "up to " + plan.callsHigh() + " calls are planned",
              "set \"confirm\": true if that is meant"));
    }
  }
}
