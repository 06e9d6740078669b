package dev.voxpop.worker.store;

import dev.voxpop.contracts.experiments.RunState;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One experiment: its document, the run that holds it, and where it stands. */
@Entity
@Table(name = "experiment")
public class ExperimentRow extends PanacheEntityBase {

  @Id public String id = "";

  @Column(name = "workflow_id")
  public String workflowId = "";

  @Column(name = "run_id")
  public String runId = "";

  public int run;

  public byte[] document = {};

  @Column(name = "document_hash")
  public String documentHash = "";

  public @Nullable String title;

  public String wave = "";

  public String state = "";

  public String phase = "";

  public @Nullable String reason;

  public String detail = "";

  public long version;

  public String plan = "";

  public @Nullable String result;

  public boolean simulated;

  @Column(name = "created_at")
  public Instant createdAt = Instant.EPOCH;

  @Column(name = "updated_at")
  public Instant updatedAt = Instant.EPOCH;

  /** Whether the run that holds it has ended. */
  public boolean ended() {
    return Arrays.stream(RunState.values())
        .anyMatch(end -> end.terminal() && end.wireName().equals(state));
  }
}
