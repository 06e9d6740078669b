package dev.voxpop.worker.activity;

import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.experiments.AdmissionRequest;
import dev.voxpop.contracts.experiments.ConcurrencyChange;
import dev.voxpop.contracts.experiments.ExperimentActivities;
import dev.voxpop.contracts.experiments.Grant;
import dev.voxpop.contracts.experiments.GrantRequest;
import dev.voxpop.contracts.experiments.LimitChange;
import dev.voxpop.contracts.experiments.Reading;
import dev.voxpop.contracts.experiments.Settlement;
import dev.voxpop.contracts.experiments.StateChange;
import dev.voxpop.contracts.run.Submission;
import dev.voxpop.worker.document.DocumentReader;
import dev.voxpop.worker.document.ProblemList;
import dev.voxpop.worker.store.Experiments;
import dev.voxpop.worker.store.Ledger;
import io.temporal.failure.ApplicationFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Answers the workflows' calls to the worker's own stage. */
@ApplicationScoped
public class ExperimentActivitiesImpl implements ExperimentActivities {

  private final Admissions admissions;
  private final Experiments experiments;
  private final Ledger ledger;
  private final Texts texts;

  /** Wires the activities to what they call. */
  @Inject
  public ExperimentActivitiesImpl(
      Admissions admissions, Experiments experiments, Ledger ledger, Texts texts) {
    this.admissions = admissions;
    this.experiments = experiments;
    this.ledger = ledger;
    this.texts = texts;
  }

  @Override
  public Reading read(Submission submission) {
    Reading reading = DocumentReader.read(submission);
    return new Reading(reading.document(), ProblemList.listed(reading.problems()));
  }

  @Override
  public Admission admit(AdmissionRequest request) {
    return admissions.admit(request);
  }

  @Override
  public Grant grant(GrantRequest request) {
    return ledger.grant(request);
  }

  @Override
  public void settle(Settlement settlement) {
    ledger.settle(settlement);
  }

  @Override
  public void limit(LimitChange change) {
    ledger
        .change(change.experiment(), change.limit())
        .ifPresent(
            committed -> {
              throw ApplicationFailure.newNonRetryableFailure(
                  "The new limit is below what is granted or settled: "
                      + committed.calls()
                      + " calls, "
                      + committed.tokens()
                      + " tokens, "
                      + committed.micros()
                      + " micro-units.\nMaybe stop the run instead.",
                  "InvalidArgument");
            });
  }

  @Override
  public void concurrency(ConcurrencyChange change) {
    experiments.concurrency(change);
  }

  @Override
  public void record(StateChange change) {
    experiments.record(change, change.result() == null ? null : texts.write(change.result()));
  }
}
