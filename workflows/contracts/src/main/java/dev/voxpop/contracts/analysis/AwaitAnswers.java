package dev.voxpop.contracts.analysis;

import dev.voxpop.contracts.survey.ArmReceipt;
import java.util.List;

/** The arms whose answers must have arrived. */
public record AwaitAnswers(String experiment, List<ArmReceipt> arms) {

  /** Copies the list. */
  public AwaitAnswers {
    arms = List.copyOf(arms);
  }
}
