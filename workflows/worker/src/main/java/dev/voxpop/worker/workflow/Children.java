package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.workflow.Carried;
import io.temporal.common.InitialVersioningBehavior;
import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.Workflow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the children of a run share: paths, reporting, and going on in a new history. */
final class Children {

  private Children() {}

  /** The path of a child, which is its workflow id. */
  static String path(String experimentWorkflow, String kind, String name) {
    return experimentWorkflow + "/" + kind + "/" + name;
  }

  /** The voice of the child that is running, about a step that begins or goes on. */
  static Reporter report(
      Roster roster, @Nullable Carried carried, Steering steering, WindowPurse purse, int reports) {
    String parent = Workflow.getInfo().getParentWorkflowId().orElseThrow();
    Reporter reporter = new Reporter(parent, Workflow.getInfo().getWorkflowId(), steering, reports);
    reporter.begin(
        roster.cells(),
        carried == null ? roster.answered() : carried.done(),
        carried == null ? roster.failed() : carried.failed(),
        purse.settled().micros());
    return reporter;
  }

  /** What the next leg needs to know. */
  static Carried carry(
      String step, Roster roster, BatchWindow window, WindowPurse purse, Reporter reporter) {
    return new Carried(
        step,
        roster,
        window.next(),
        window.open(),
        window.turns(),
        purse.grants(),
        purse.held(),
        purse.settled(),
        reporter.done(),
        reporter.failed(),
        window.steering().probing());
  }

  /** Goes on with {@code work} in a new history, once every handler has finished. */
  static void continueAs(Object work) {
    Workflow.await(Workflow::isEveryHandlerFinished);
    Workflow.continueAsNew(options(), Objects.requireNonNull(work));
  }

  /**
   * When a newer version of the workers is there, it takes over; a server without versions errs.
   */
  private static ContinueAsNewOptions options() {
    ContinueAsNewOptions.Builder options = ContinueAsNewOptions.newBuilder();
    return Workflow.getInfo().isTargetWorkerDeploymentVersionChanged()
        ? options.setInitialVersioningBehavior(InitialVersioningBehavior.AUTO_UPGRADE).build()
        : options.build();
  }
}
