package dev.voxpop.worker.activity;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.AuditSpec;
import dev.voxpop.contracts.experiment.BudgetLimit;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiments.Admission.Outcome;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.worker.config.Budgets;
import dev.voxpop.worker.document.DocumentReader;
import dev.voxpop.worker.store.ExperimentRow;
import dev.voxpop.worker.store.Experiments;
import dev.voxpop.worker.store.Ledger;
import io.quarkus.hibernate.orm.panache.Panache;
import io.temporal.failure.ApplicationFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Gives each experiment to one run at a time.
 *
 * <p>A claim whose run is still open is refused; one whose run has closed, in whatever way, is
 * taken over, and the new run buys only what is missing. An arm that has answers keeps its hash for
 * ever.
 */
@ApplicationScoped
public class Claims {

  private final Experiments experiments;
  private final Ledger ledger;
  private final Holders holders;
  private final Budgets budgets;
  private final Texts texts;
  private final InstantSource clock;

  /** Wires the claims to their rows. */
  @Inject
  public Claims(
      Experiments experiments,
      Ledger ledger,
      Holders holders,
      Budgets budgets,
      Texts texts,
      InstantSource clock) {
    this.experiments = experiments;
    this.ledger = ledger;
    this.holders = holders;
    this.budgets = budgets;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * Claims the experiment for the application's run; asked again by the same run, says the same.
   */
  @Transactional
  Claim claim(Application application) {
    Optional<ExperimentRow> known = experiments.locked(application.document().id());
    if (known.isEmpty()) {
      return first(application);
    }
    ExperimentRow row = known.get();
    if (row.runId.equals(application.runId())) {
      Outcome outcome = row.run == 0 ? Outcome.CLAIMED : Outcome.RESUMED;
      return new Claim(outcome, row.run, paused(row), experiments.concurrency(row.id));
    }
    refuseWhileHeld(row);
    refuseChangedArms(application, row);
    return again(application, row);
  }

  private Claim first(Application application) {
    ExperimentRow row = new ExperimentRow();
    row.id = application.document().id();
    row.createdAt = clock.instant();
    write(application, row);
    row.persist();
    Panache.getEntityManager(ExperimentRow.class).flush();
    book(application, row, Optional.of(limit(application.document())));
    return new Claim(Outcome.CLAIMED, 0, false, Map.of());
  }

  private Claim again(Application application, ExperimentRow row) {
    boolean finished =
        row.state.equals("completed")
            && experiments.arms(row.id).entrySet().containsAll(hashes(application).entrySet());
    boolean paused = paused(row);
    Optional<BudgetLimit> changed = changedLimit(application, row);
    row.run++;
    write(application, row);
    book(application, row, changed);
    return new Claim(
        finished ? Outcome.FINISHED : Outcome.RESUMED,
        row.run,
        paused,
        experiments.concurrency(row.id));
  }

  /** The document's limit if it is another one; otherwise what an operator has set stays. */
  private Optional<BudgetLimit> changedLimit(Application application, ExperimentRow row) {
    BudgetLimit wanted = limit(application.document());
    ExperimentDocument earlier = DocumentReader.read(row.document, row.id).document();
    return earlier != null && limit(earlier).equals(wanted)
        ? Optional.empty()
        : Optional.of(wanted);
  }

  private BudgetLimit limit(ExperimentDocument document) {
    return budgets.limit(document.budget());
  }

  private static boolean paused(ExperimentRow row) {
    return row.state.equals("paused") && PauseReason.OPERATOR.wireName().equals(row.reason);
  }

  private void write(Application application, ExperimentRow row) {
    row.workflowId = application.workflowId();
    row.runId = application.runId();
    row.document = application.bytes();
    row.documentHash = application.settled().documentHash();
    row.title = application.document().title();
    row.wave = application.settled().survey().wave();
    row.plan = texts.write(application.plan());
    row.simulated = application.simulated();
    row.version = Math.max(row.version, row.run * 1_000_000L) + 1;
    row.state = paused(row) ? row.state : "running";
    row.phase = "validation";
    row.updatedAt = clock.instant();
  }

  private void book(Application application, ExperimentRow row, Optional<BudgetLimit> limit) {
    experiments.log(row);
    experiments.arms(row.id, hashes(application));
    Panache.getEntityManager(ExperimentRow.class)
        .unwrap(Session.class)
        .doWork(
            connection -> {
              if (limit.isPresent()) {
                ledger.open(connection, row.id, limit.get());
              }
              ledger.takeOver(connection, row.id, application.spent());
            });
  }

  private void refuseWhileHeld(ExperimentRow row) {
    if (holders.open(row.workflowId, row.runId)) {
      throw ApplicationFailure.newNonRetryableFailure(
          "The experiment \""
              + row.id
              + "\" is being run by workflow "
              + row.workflowId
              + ", run "
              + row.runId
              + holders.link(row.workflowId, row.runId)
              + ".\nMaybe follow that run, or give this document its own id.",
          FailureType.DUPLICATE_EXPERIMENT.wireName(),
          row.workflowId,
          row.runId);
    }
  }

  private void refuseChangedArms(Application application, ExperimentRow row) {
    Map<String, String> earlier = experiments.arms(row.id);
    List<Problem> problems = new ArrayList<>();
    List<ArmSpec> arms = application.settled().arms();
    for (int i = 0; i < arms.size(); i++) {
      ArmSpec arm = arms.get(i);
      String hash = earlier.get(arm.arm());
      if (hash != null && !hash.equals(arm.hash()) && application.hasBought(arm.arm())) {
        problems.add(
            new Problem(
                place(application, i),
                "the arm \"" + arm.arm() + "\" has answers that were asked for differently",
                "give the arm, or the experiment, a new id"));
      }
    }
    if (!problems.isEmpty()) {
      throw Admissions.invalid(problems);
    }
  }

  /** Where an arm is declared; the cells of an audit come after the arms. */
  private static String place(Application application, int arm) {
    AuditSpec audit = application.settled().audit();
    int arms = application.settled().arms().size() - (audit == null ? 0 : audit.cells().size());
    if (arm >= arms) {
      return "/audit";
    }
    return application.document().arms().isEmpty() ? "" : "/arms/" + arm;
  }

  private static Map<String, String> hashes(Application application) {
    Map<String, String> hashes = new LinkedHashMap<>();
    application.settled().arms().forEach(arm -> hashes.put(arm.arm(), arm.hash()));
    return hashes;
  }
}
