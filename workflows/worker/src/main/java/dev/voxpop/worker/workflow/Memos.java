package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiments.Admission;
import io.temporal.workflow.Workflow;
import java.util.SortedMap;
import java.util.TreeMap;

/** The notes on a run that Temporal keeps beside its history. */
public final class Memos {

  /** Who started the run; written by the starter. */
  public static final String OWNER = "owner";

  private static final String DOCUMENT_HASH = "documentHash";
  private static final String CODE_VERSION = "codeVersion";

  private Memos() {}

  /** Notes by what and from what an admitted run is made. */
  static void note(Admission admission) {
    SortedMap<String, Object> notes = new TreeMap<>();
    notes.put(DOCUMENT_HASH, admission.documentHash());
    notes.put(CODE_VERSION, admission.codeVersion());
    Workflow.upsertMemo(notes);
  }
}
