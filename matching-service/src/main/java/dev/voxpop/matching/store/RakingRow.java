package dev.voxpop.matching.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A raking without its weights. */
@Entity
@Table(name = "raking")
public class RakingRow extends PanacheEntityBase {

  @Id public String id = "";

  public int personas;

  public String report = "";
}
