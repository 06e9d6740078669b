package dev.voxpop.backstory.store;

import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.hosting.Json;

/**
 * A pool without its stories.
 *
 * @param specJson the specification it was opened with; {@code {}} for an imported one
 * @param wording hash of the fixed texts it was opened with
 * @param slots stories wanted
 * @param stories stories accepted; 0 until it is closed
 * @param yieldDecided whether the first candidates have been judged as a whole
 */
public record PoolRecord(
    String id,
    String name,
    PoolKind kind,
    boolean closed,
    String specJson,
    String wording,
    int slots,
    int stories,
    boolean yieldDecided) {

  /** The specification of a pool that is written here. */
  public PoolSpec spec() {
    return Json.read(specJson, PoolSpec.class);
  }
}
