package dev.voxpop.contracts.workflow;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.Roster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one leg of a child hands to the next when its history has grown long.
 *
 * @param step name of the step that is under way
 * @param roster the step's roster
 * @param nextBatch first batch that has not been started
 * @param open batches before that one of which something remains
 * @param turns turns asked for so far
 * @param grants grants asked for so far
 * @param purse granted and not yet handed to a batch
 * @param settled settled so far
 * @param done stored cells so far
 * @param failed stored cells without value so far
 * @param probing whether one batch tries the provider while the run stands still
 */
public record Carried(
    String step,
    @Nullable Roster roster,
    int nextBatch,
    List<Integer> open,
    int turns,
    int grants,
    Allowance purse,
    Allowance settled,
    long done,
    long failed,
    boolean probing) {

  /** Copies the list. */
  public Carried {
    open = List.copyOf(open);
  }
}
