package dev.voxpop.contracts.experiment;

import java.util.List;

/**
 * What an audit varies, and how.
 *
 * @param levels words or numbers of the factor, in the order of the document
 */
public record VariedFactor(AuditFactor factor, List<String> levels) {

  /** Copies the list. */
  public VariedFactor {
    levels = List.copyOf(levels);
  }
}
