package dev.voxpop.matching.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A human sample without its people. */
@Entity
@Table(name = "human_sample")
public class HumanSampleRow extends PanacheEntityBase {

  @Id public String id = "";

  @Column(name = "content_hash")
  public String contentHash = "";

  public String wave = "";

  @Column(name = "wave_hash")
  public String waveHash = "";

  public int people;

  public String summary = "";
}
