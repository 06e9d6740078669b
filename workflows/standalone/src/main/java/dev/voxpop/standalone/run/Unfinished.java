package dev.voxpop.standalone.run;

import dev.voxpop.standalone.Backend;
import dev.voxpop.worker.activity.Holders;
import dev.voxpop.worker.rest.Starter;
import dev.voxpop.worker.store.ExperimentRow;
import dev.voxpop.worker.store.Experiments;
import io.quarkus.arc.Arc;

/**
 * Goes on with runs that an earlier process left, where the Temporal server has forgotten them.
 * Rows have the same names in the new run, so nothing is bought twice.
 */
public final class Unfinished {

  private Unfinished() {}

  /** Starts again what is unfinished; with a Temporal server that remembers, does nothing. */
  public static int goOn(Backend backend) {
    if (!backend.temporalForgets()) {
      return 0;
    }
    int count = 0;
    Holders holders = Arc.container().instance(Holders.class).get();
    Starter starter = Arc.container().instance(Starter.class).get();
    for (ExperimentRow row : Arc.container().instance(Experiments.class).get().unfinished()) {
      if (!holders.open(row.workflowId, row.runId)) {
        starter.startAgain(row.document, row.id, row.workflowId);
        count++;
      }
    }
    return count;
  }
}
