package dev.voxpop.matching.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A pairing without its pairs. */
@Entity
@Table(name = "matching")
public class MatchingRow extends PanacheEntityBase {

  @Id public String id = "";

  public int pairs;

  public int personas;

  public double total;

  public @Nullable Double gap;

  public String unmatched = "";

  public String report = "";
}
