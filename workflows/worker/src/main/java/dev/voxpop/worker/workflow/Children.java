package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.workflow.Carried;
import io.temporal.workflow.Workflow;
import java.util.Objects;

/** What the children of a run share: paths, reporting, and going on in a new history. */
final class Children {

  private Children() {}

  /** The path of a child, which is its workflow id. */
  static String path(String experimentWorkflow, String kind, String name) {
    return experimentWorkflow + "/" + kind + "/" + name;
  }

  /** The voice of the child that is running. */
  static Reporter reporter(Steering steering) {
    String parent = Workflow.getInfo().getParentWorkflowId().orElseThrow();
    return new Reporter(parent, Workflow.getInfo().getWorkflowId(), steering);
  }

  /** Cells of the units that were finished before this run. */
  static long cellsDone(Roster roster) {
    return roster.size() == 0 ? 0 : roster.cells() / roster.size() * roster.done();
  }

  /** What the next leg needs to know. */
  static Carried carry(
      String step, Roster roster, BatchWindow window, WindowPurse purse, Reporter reporter) {
    return new Carried(
        step,
        roster,
        window.next(),
        purse.grants(),
        purse.held(),
        purse.settled(),
        reporter.done(),
        reporter.failed());
  }

  /** Goes on with {@code work} in a new history, once every handler has finished. */
  static void continueAs(Object work) {
    Workflow.await(Workflow::isEveryHandlerFinished);
    Workflow.continueAsNew(Objects.requireNonNull(work));
  }
}
