package dev.voxpop.contracts.experiments;

import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.Submission;
import java.util.List;

/** A document together with what every owner said of it. */
public record AdmissionRequest(Submission submission, List<CheckReport> reports) {

  /** Copies the list. */
  public AdmissionRequest {
    reports = List.copyOf(reports);
  }
}
