package dev.voxpop.standalone.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.workflow.RunExperiment;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import dev.voxpop.standalone.progress.Display;
import dev.voxpop.standalone.progress.Snapshot;
import dev.voxpop.worker.document.ProblemList;
import dev.voxpop.worker.rest.Starter;
import dev.voxpop.worker.store.ExperimentRow;
import dev.voxpop.worker.store.Experiments;
import io.quarkus.arc.Arc;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import java.io.PrintStream;
import java.util.Optional;

/** One experiment, started in this process and followed to its end. */
public final class ExperimentRun {

  private static final long LOOK_EVERY_MILLIS = 500;

  private final Installation installation;
  private final PrintStream out;
  private final PrintStream progress;
  private long answers;

  /** Prints results to {@code out} and progress to {@code progress}. */
  public ExperimentRun(Installation installation, PrintStream out, PrintStream progress) {
    this.installation = installation;
    this.out = out;
    this.progress = progress;
  }

  /** Starts the document and follows it; the answer is the exit code. */
  public int execute(byte[] document) throws InterruptedException, JsonProcessingException {
    return switch (bean(Starter.class).start(document)) {
      case Starter.Outcome.Invalid refused -> {
        out.println(ProblemList.text(refused.problems()));
        yield ExitCode.INVALID;
      }
      case Starter.Outcome.Failed failed -> {
        out.println(failed.message());
        yield ExitCode.FAILED;
      }
      case Starter.Outcome.Ended ended when ended.result().state() == RunState.PLANNED -> {
        ended.result().plan().lines().forEach(out::println);
        yield ExitCode.DONE;
      }
      case Starter.Outcome.Ended ended -> conclude(ended.result().experiment());
      case Starter.Outcome.Running running -> follow(running.experiment());
      case Starter.Outcome.Admitted run -> follow(run.experiment());
    };
  }

  /** Answers of the run that was followed to its end; 0 before. */
  public long answers() {
    return answers;
  }

  private int follow(String id) throws InterruptedException, JsonProcessingException {
    long cells = Payloads.mapper().readTree(row(id).plan).path("cells").asLong();
    try (Display display = Display.on(progress)) {
      for (ExperimentRow row = row(id); !row.ended(); row = row(id)) {
        progress(row, cells).ifPresent(display::show);
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
      progress(row(id), cells).ifPresent(display::show);
    }
    return conclude(id);
  }

  private static Optional<Snapshot> progress(ExperimentRow row, long cells) {
    try {
      RunExperiment run =
          bean(WorkflowClient.class).newWorkflowStub(RunExperiment.class, row.workflowId);
      return Optional.of(Snapshot.of(run.progress(), cells));
    } catch (WorkflowException notNow) {
      return Optional.empty();
    }
  }

  private int conclude(String id) throws JsonProcessingException {
    ExperimentRow row = row(id);
    if (row.result == null) {
      out.println("The run of " + id + " " + row.state + ": " + row.detail);
      return ExitCode.FAILED;
    }
    RunResult result = Payloads.mapper().readValue(row.result, RunResult.class);
    answers = result.answered();
    out.print(HeadlineTable.of(result));
    new ReportFiles(installation).fetch(id).ifPresent(file -> out.println("\nReport: " + file));
    return switch (result.state()) {
      case COMPLETED, PLANNED -> ExitCode.DONE;
      case PARTIAL, CANCELLED -> ExitCode.PARTIAL;
      case VALIDATING, RUNNING, PAUSED, CLOSING, FAILED -> ExitCode.FAILED;
    };
  }

  private static ExperimentRow row(String id) {
    return bean(Experiments.class)
        .find(id)
        .orElseThrow(() -> new IllegalStateException("Experiment " + id + " has vanished."));
  }

  private static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }
}
