package dev.voxpop.worker.activity;

import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.experiments.AdmissionRequest;
import dev.voxpop.contracts.experiments.Plan;
import dev.voxpop.contracts.experiments.Reading;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.worker.config.WorkerConfig;
import dev.voxpop.worker.document.DocumentReader;
import dev.voxpop.worker.document.ProblemList;
import dev.voxpop.worker.plan.Admittance;
import dev.voxpop.worker.plan.Settled;
import io.temporal.failure.ApplicationFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** Judges a submission and claims the experiment for the run that brought it. */
@ApplicationScoped
public class Admissions {

  private final Claims claims;
  private final UsableSearchAttributes attributes;
  private final WorkerConfig config;

  /** Wires the judge to the claims. */
  @Inject
  public Admissions(Claims claims, UsableSearchAttributes attributes, WorkerConfig config) {
    this.claims = claims;
    this.attributes = attributes;
    this.config = config;
  }

  /** Admits, or throws {@code InvalidExperiment} or {@code DuplicateExperiment}. */
  public Admission admit(AdmissionRequest request) {
    byte[] bytes = Base64.getDecoder().decode(request.submission().base64());
    Reading reading = DocumentReader.read(request.submission());
    ExperimentDocument document = reading.document();
    if (document == null) {
      throw invalid(reading.problems());
    }
    Admittance admittance = Admittance.of(document, reading.problems(), request.reports());
    if (!admittance.problems().isEmpty()) {
      throw invalid(DocumentReader.order(bytes, admittance.problems()));
    }
    Settled settled = Objects.requireNonNull(admittance.settled());
    Plan plan = Objects.requireNonNull(admittance.plan());
    Claim claim =
        document.dryRun()
            ? Claim.PLANNED
            : claims.claim(
                new Application(request, bytes, document, settled, plan, admittance.simulated()));
    return admission(
        document,
        settled,
        plan,
        new Standing(claim, request.spentBefore(), admittance.simulated()));
  }

  private record Standing(Claim claim, Allowance settledBefore, boolean simulated) {}

  private Admission admission(
      ExperimentDocument document, Settled settled, Plan plan, Standing standing) {
    Claim claim = standing.claim();
    return new Admission(
        claim.outcome(),
        document.id(),
        claim.run(),
        document.title(),
        settled.documentHash(),
        config.codeVersion(),
        document.seed(),
        settled.sample(),
        settled.survey(),
        settled.pools(),
        settled.traits(),
        settled.matchings(),
        settled.rakings(),
        settled.arms(),
        settled.analysis(),
        plan,
        standing.settledBefore(),
        document.priority(),
        claim.paused(),
        standing.simulated(),
        claim.concurrency(),
        attributes.names(),
        settled.audit());
  }

  static ApplicationFailure invalid(List<Problem> problems) {
    return ApplicationFailure.newNonRetryableFailure(
        ProblemList.text(problems),
        FailureType.INVALID_EXPERIMENT.wireName(),
        ProblemList.listed(problems).toArray(Problem[]::new),
        problems.size());
  }
}
