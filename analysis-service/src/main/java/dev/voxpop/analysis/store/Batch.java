package dev.voxpop.analysis.store;

import dev.voxpop.contracts.event.ArmCompleted;
import dev.voxpop.contracts.event.ResponseCompleted;
import java.util.List;

/** Everything that one poll brought. */
public record Batch(
    List<Received<ResponseCompleted>> responses,
    List<Received<ArmCompleted>> closings,
    List<Progress> progress) {

  /** Copies the lists. */
  public Batch {
    responses = List.copyOf(responses);
    closings = List.copyOf(closings);
    progress = List.copyOf(progress);
  }
}
