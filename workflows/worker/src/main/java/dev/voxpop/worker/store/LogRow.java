package dev.voxpop.worker.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of an experiment's log. */
@Entity
@IdClass(LogRow.Key.class)
@Table(name = "experiment_log")
public class LogRow extends PanacheEntityBase {

  @Id public String experiment = "";

  @Id public long version;

  public Instant at = Instant.EPOCH;

  public String state = "";

  public String phase = "";

  public @Nullable String reason;

  public String detail = "";

  /** Experiment and version. */
  public record Key(String experiment, long version) implements Serializable {}
}
