package dev.voxpop.matching.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A draw from a sample without its members. */
@Entity
@Table(name = "sample_draw")
public class SampleDrawRow extends PanacheEntityBase {

  @Id public String id = "";

  public String sample = "";

  public int people;
}
