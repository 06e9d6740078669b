package dev.voxpop.backstory.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A pool as it is listed. */
@Entity
@Table(name = "pool")
public class PoolRow extends PanacheEntityBase {

  @Id public String id = "";

  public String name = "";

  public String kind = "";

  public String state = "";

  public int slots;

  public int stories;
}
