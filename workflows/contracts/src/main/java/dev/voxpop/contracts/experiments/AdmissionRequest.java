package dev.voxpop.contracts.experiments;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.Spending;
import dev.voxpop.contracts.run.Submission;
import java.util.List;

/**
 * A document together with what every owner said of it.
 *
 * @param spending what the stages' rows say this experiment has spent before
 */
public record AdmissionRequest(
    Submission submission, List<CheckReport> reports, List<Spending> spending) {

  /** Copies the lists. */
  public AdmissionRequest {
    reports = List.copyOf(reports);
    spending = List.copyOf(spending);
  }

  /** What earlier runs of the experiment have spent in all stages. */
  public Allowance spentBefore() {
    return spending.stream()
        .flatMap(stage -> stage.settled().values().stream())
        .reduce(Allowance.NONE, Allowance::plus);
  }
}
