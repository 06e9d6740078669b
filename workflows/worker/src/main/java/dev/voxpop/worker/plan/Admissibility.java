package dev.voxpop.worker.plan;

import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.MatchingSpec;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.TraitMethod;
import dev.voxpop.contracts.experiments.Plan;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import java.util.ArrayList;
import java.util.List;

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
    boolean unable = facts.model(alias).map(ModelFacts::topLogprobs).orElse(0) == 0;
    if (document.traits().method() == TraitMethod.LOGPROB && unable) {
      problems.add(
          new Problem(
              "/traits/method",
              "the model alias \"" + alias + "\" gives no log-probabilities",
              "use \"sampled\""));
    }
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
