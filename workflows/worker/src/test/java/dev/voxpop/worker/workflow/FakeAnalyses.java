package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.analysis.AnalyseExperiment;
import dev.voxpop.contracts.analysis.AnalysisActivities;
import dev.voxpop.contracts.analysis.AwaitAnswers;
import dev.voxpop.contracts.analysis.ReportReceipt;
import dev.voxpop.contracts.event.ReportPublished.HeadlineRow;
import dev.voxpop.contracts.experiment.AuditChoice;
import dev.voxpop.contracts.experiment.AuditSpec;
import dev.voxpop.contracts.experiment.VariedFactor;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.contracts.survey.ArmReceipt;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An analysis stage that reports one row per arm. */
public final class FakeAnalyses implements AnalysisActivities {

  private final Script script;
  private final List<AnalyseExperiment> requests = new CopyOnWriteArrayList<>();

  /** Notes its calls in a script. */
  public FakeAnalyses(Script script) {
    this.script = script;
  }

  List<AnalyseExperiment> requests() {
    return List.copyOf(requests);
  }

  @Override
  public CheckReport check(CheckRequest request) {
    script.note("analysis check");
    AuditChoice audit = request.document().audit();
    return CheckReport.designed(List.of(), audit == null ? List.of() : combinations(audit));
  }

  /** Every combination of levels. */
  private static List<List<Integer>> combinations(AuditChoice audit) {
    List<List<Integer>> cells = List.of(List.of());
    for (VariedFactor varied : audit.factors()) {
      cells =
          cells.stream()
              .flatMap(
                  cell ->
                      IntStream.range(0, varied.levels().size())
                          .mapToObj(
                              level -> Stream.concat(cell.stream(), Stream.of(level)).toList()))
              .toList();
    }
    return cells;
  }

  @Override
  public void awaitAnswers(AwaitAnswers request) {
    script.note("awaitAnswers " + request.arms().size());
  }

  @Override
  public ReportReceipt analyse(AnalyseExperiment request) {
    script.note("analyse " + request.receipts().size());
    requests.add(request);
    AuditSpec audit = request.audit();
    if (audit != null) {
      script.note("audit of " + audit.arm() + " in " + audit.cells().size());
    }
    List<HeadlineRow> rows =
        request.receipts().stream()
            .map(ArmReceipt::arm)
            .map(arm -> new HeadlineRow(arm, "0.1234", "0.0617", "0.2000", "1.5", "0.81"))
            .toList();
    return new ReportReceipt(
        "/analysis/experiments/" + request.experiment() + "/report", rows, List.of());
  }
}
