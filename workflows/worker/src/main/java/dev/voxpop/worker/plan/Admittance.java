package dev.voxpop.worker.plan;

import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiments.Plan;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The judgement on a document: what is wrong with it, and, when nothing is, what it comes to.
 *
 * @param settled null unless everything could be settled
 * @param plan null unless everything could be settled
 */
public record Admittance(
    List<Problem> problems, @Nullable Settled settled, @Nullable Plan plan, boolean simulated) {

  /** Copies the list. */
  public Admittance {
    problems = List.copyOf(problems);
  }

  /** Judges a document by what its reading and its owners said. */
  public static Admittance of(
      ExperimentDocument document, List<Problem> known, List<CheckReport> reports) {
    List<Problem> problems = new ArrayList<>(known);
    reports.forEach(report -> problems.addAll(report.problems()));
    Facts facts = Facts.of(reports);
    boolean simulated = facts.models().values().stream().anyMatch(ModelFacts::simulated);
    if (!problems.isEmpty() || !facts.complete()) {
      return new Admittance(problems, null, null, simulated);
    }
    Settled settled = Resolver.settle(document, facts);
    Plan plan = Planner.plan(settled, facts);
    problems.addAll(Admissibility.problems(document, settled, plan, facts));
    return new Admittance(problems, settled, plan, simulated);
  }
}
