package dev.voxpop.worker.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.voxpop.worker.store.ExperimentRow;
import org.jspecify.annotations.Nullable;

/** An experiment as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExperimentView(
    String id,
    @Nullable String title,
    String wave,
    String state,
    String phase,
    @Nullable String reason,
    String detail,
    long version,
    String workflowId,
    String runId,
    String documentHash,
    boolean simulated,
    String createdAt,
    String updatedAt,
    @JsonRawValue String plan,
    @JsonRawValue @Nullable String result) {

  static ExperimentView of(ExperimentRow row) {
    return new ExperimentView(
        row.id,
        row.title,
        row.wave,
        row.state,
        row.phase,
        row.reason,
        row.detail,
        row.version,
        row.workflowId,
        row.runId,
        row.documentHash,
        row.simulated,
        row.createdAt.toString(),
        row.updatedAt.toString(),
        row.plan,
        row.result);
  }
}
