package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.analysis.AnalyseExperiment;
import dev.voxpop.contracts.analysis.AwaitAnswers;
import dev.voxpop.contracts.analysis.ReportReceipt;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.experiments.RunPhase;
import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.matching.DrawSample;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.survey.ArmReceipt;
import dev.voxpop.contracts.workflow.ArmOutcome;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of the study: draw the people; write the pools and ask the stories' traits; pair
 * stories with people and weigh personas; interview every arm as soon as what it needs is there;
 * wait until all answers have arrived; analyse; report.
 */
final class Protocol {

  private final Admission admission;
  private final Helm helm;
  private final Board board;
  private final Offspring offspring;

  Protocol(Admission admission, Helm helm, Board board) {
    this.admission = admission;
    this.helm = helm;
    this.board = board;
    this.offspring = new Offspring(admission, helm);
  }

  /** The result of a dry run. */
  static RunResult planned(Admission admission) {
    return new RunResult(
        admission.experiment(),
        RunState.PLANNED,
        admission.plan(),
        admission.plan().cells(),
        0,
        0,
        List.of(),
        null);
  }

  RunResult carryOut() {
    board.phase(RunPhase.BACKSTORIES);
    drawSample();
    Supplies supplies = Supplies.begin(admission, offspring);
    List<Promise<Optional<ArmOutcome>>> arms = interviewArms(supplies);
    supplies.awaitPools();
    board.phase(RunPhase.MATCHING);
    supplies.awaitPairsAndWeights();
    board.phase(RunPhase.SURVEY);
    List<ArmOutcome> outcomes = arms.stream().map(Promise::get).flatMap(Optional::stream).toList();
    ReportReceipt report = outcomes.isEmpty() ? null : analyse(outcomes);
    return close(supplies, outcomes, report);
  }

  private void drawSample() {
    Stages.matching("draw people").drawSample(new DrawSample(admission.sample()));
  }

  private List<Promise<Optional<ArmOutcome>>> interviewArms(Supplies supplies) {
    return admission.arms().stream()
        .map(arm -> Async.function(() -> interviewArm(arm, supplies)))
        .toList();
  }

  /** Interviews an arm once its stories or its pairs are there; an arm without them is left out. */
  private Optional<ArmOutcome> interviewArm(ArmSpec arm, Supplies supplies) {
    return supplies.there(arm.pool(), arm.matching())
        ? offspring.interviewArm(arm)
        : Optional.empty();
  }

  private ReportReceipt analyse(List<ArmOutcome> outcomes) {
    List<ArmReceipt> receipts = outcomes.stream().map(ArmOutcome::arm).toList();
    List<String> closed = receipts.stream().map(ArmReceipt::arm).toList();
    board.phase(RunPhase.ANALYSIS);
    Stages.analysis("await all answers")
        .awaitAnswers(new AwaitAnswers(admission.experiment(), receipts));
    return Stages.analysis("analyse and report")
        .analyse(
            new AnalyseExperiment(
                admission.experiment(),
                admission.title(),
                admission.documentHash(),
                admission.codeVersion(),
                admission.seed(),
                admission.sample(),
                admission.survey(),
                admission.analysis(),
                admission.arms().stream().filter(arm -> closed.contains(arm.arm())).toList(),
                receipts,
                admission.rakings(),
                admission.simulated(),
                admission.audit()));
  }

  private RunResult close(
      Supplies supplies, List<ArmOutcome> outcomes, @Nullable ReportReceipt report) {
    board.phase(RunPhase.REPORT);
    Allowance settled = admission.settledBefore().plus(supplies.settled());
    long planned = 0;
    long answered = 0;
    for (ArmOutcome outcome : outcomes) {
      settled = settled.plus(outcome.settled());
      planned += outcome.arm().planned();
      answered += outcome.arm().expected();
    }
    RunResult result =
        new RunResult(
            admission.experiment(),
            state(outcomes, planned == answered),
            admission.plan(),
            planned,
            answered,
            settled.micros(),
            report == null ? List.of() : report.headline(),
            report == null ? null : report.path());
    helm.end();
    board.close(result.state(), "", result);
    Workflow.getLogger(Protocol.class).info("{} is {}", result.experiment(), result.state());
    return result;
  }

  private RunState state(List<ArmOutcome> outcomes, boolean everyCell) {
    if (helm.wasCancelled()) {
      return RunState.CANCELLED;
    }
    boolean everyArm = outcomes.size() == admission.arms().size();
    return everyArm && everyCell ? RunState.COMPLETED : RunState.PARTIAL;
  }
}
