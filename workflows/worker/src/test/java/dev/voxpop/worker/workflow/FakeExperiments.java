package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiment.ExperimentDocument;
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
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.Submission;
import dev.voxpop.worker.document.DocumentReader;
import dev.voxpop.worker.document.ProblemList;
import dev.voxpop.worker.plan.Admittance;
import dev.voxpop.worker.plan.Settled;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The worker's own stage with its real judgement of documents and a ledger of calls in memory. */
final class FakeExperiments implements ExperimentActivities {

  private final Script script;
  private final List<StateChange> log = new ArrayList<>();
  private final Map<String, Long> granted = new TreeMap<>();
  private final Map<String, Long> settled = new TreeMap<>();
  private volatile long limit = Allowance.UNLIMITED;
  private final Map<String, Integer> concurrency = new ConcurrentHashMap<>();
  private volatile boolean paused;
  private volatile List<String> attributes = List.of();
  private long mostGranted;

  FakeExperiments(Script script) {
    this.script = script;
  }

  void limit(long calls) {
    limit = calls;
  }

  long limit() {
    return limit;
  }

  void pausedBefore() {
    paused = true;
  }

  void attributes(List<String> names) {
    attributes = List.copyOf(names);
  }

  synchronized List<StateChange> log() {
    return List.copyOf(log);
  }

  synchronized long mostGranted() {
    return mostGranted;
  }

  synchronized long stillGranted() {
    return granted.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public Reading read(Submission submission) {
    script.note("read");
    Reading reading = DocumentReader.read(submission);
    return new Reading(reading.document(), ProblemList.listed(reading.problems()));
  }

  @Override
  public Admission admit(AdmissionRequest request) {
    script.note("admit");
    byte[] bytes = Base64.getDecoder().decode(request.submission().base64());
    Reading reading = DocumentReader.read(request.submission());
    ExperimentDocument document = reading.document();
    if (document == null) {
      throw invalid(reading.problems());
    }
    Admittance judged = Admittance.of(document, reading.problems(), request.reports());
    if (!judged.problems().isEmpty()) {
      throw invalid(DocumentReader.order(bytes, judged.problems()));
    }
    return admission(document, judged, request);
  }

  private static ApplicationFailure invalid(List<Problem> problems) {
    return ApplicationFailure.newNonRetryableFailure(
        ProblemList.text(problems),
        FailureType.INVALID_EXPERIMENT.wireName(),
        ProblemList.listed(problems).toArray(Problem[]::new),
        problems.size());
  }

  private Admission admission(
      ExperimentDocument document, Admittance judged, AdmissionRequest request) {
    Settled parts = Objects.requireNonNull(judged.settled());
    return new Admission(
        document.dryRun() ? Admission.Outcome.PLANNED : Admission.Outcome.CLAIMED,
        document.id(),
        0,
        document.title(),
        parts.documentHash(),
        "test",
        document.seed(),
        parts.sample(),
        parts.survey(),
        parts.pools(),
        parts.traits(),
        parts.matchings(),
        parts.rakings(),
        parts.arms(),
        parts.analysis(),
        Objects.requireNonNull(judged.plan()),
        request.spentBefore(),
        document.priority(),
        paused,
        judged.simulated(),
        concurrency,
        attributes,
        parts.audit());
  }

  @Override
  public synchronized Grant grant(GrantRequest request) {
    script.note("grant " + request.path());
    String path = request.path();
    long kept = request.settled().calls() + request.inFlight().calls();
    settled.put(path, request.settled().calls());
    granted.put(path, kept);
    long most = Math.min(request.ask().calls(), limit - total());
    boolean others = granted.keySet().stream().anyMatch(this::outstanding);
    if (most < request.least().calls() && others) {
      return new Grant(Allowance.NONE, Grant.Outlook.LATER);
    }
    granted.put(path, kept + most);
    mostGranted = Math.max(mostGranted, total());
    Allowance allowance = new Allowance(most, Allowance.UNLIMITED, Allowance.UNLIMITED);
    return new Grant(
        allowance, most < request.least().calls() ? Grant.Outlook.LAST : Grant.Outlook.ENOUGH);
  }

  private boolean outstanding(String path) {
    return granted.getOrDefault(path, 0L) > settled.getOrDefault(path, 0L);
  }

  private long total() {
    return granted.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public synchronized void settle(Settlement settlement) {
    script.note("settle " + settlement.path());
    settled.put(settlement.path(), settlement.settled().calls());
    if (settlement.closed()) {
      granted.put(settlement.path(), settlement.settled().calls());
    }
  }

  @Override
  public synchronized void limit(LimitChange change) {
    script.note("limit");
    Long calls = change.limit().calls();
    if (calls != null && calls < total()) {
      throw ApplicationFailure.newNonRetryableFailure("below what is granted", "InvalidArgument");
    }
    limit = calls == null ? limit : calls;
  }

  @Override
  public void concurrency(ConcurrencyChange change) {
    script.note("concurrency " + change.alias());
    concurrency.put(change.alias(), change.n());
  }

  @Override
  public void record(StateChange change) {
    script.note("record " + change.state().wireName() + " " + change.phase().wireName());
    synchronized (this) {
      log.add(change);
    }
  }
}
