package dev.voxpop.analysis.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A written report without its files; the newest of an experiment is the one shown. */
@Entity
@Immutable
@Table(name = "report")
public class ReportRow extends PanacheEntityBase {

  @Id public UUID id = new UUID(0, 0);
  public long number;
  public String experiment = "";

  @Column(name = "document_hash")
  public String documentHash = "";

  public boolean partial;
  public boolean simulated;
  public String headline = "";
  public Instant created = Instant.EPOCH;
}
