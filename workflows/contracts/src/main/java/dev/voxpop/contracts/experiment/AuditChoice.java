package dev.voxpop.contracts.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An audit as chosen in a document: an arm is asked again in several ways, so that a report can say
 * how much of the answers is owed to the way of asking.
 *
 * @param arm id of the audited arm
 * @param factors what is varied, in the order of {@link AuditFactor}
 * @param cells ways of asking; null = every combination of levels, at most {@link #USUAL_CELLS}
 * @param personas the first so many of the arm's roster answer in every cell
 */
public record AuditChoice(
    String arm, List<VariedFactor> factors, @Nullable Integer cells, int personas) {

  /** Personas of a document that does not say how many. */
  public static final int USUAL_PERSONAS = 50;

  /** Most cells of a document that does not say how many. */
  public static final int USUAL_CELLS = 16;

  /** Copies the list. */
  public AuditChoice {
    factors = List.copyOf(factors);
  }

  /** How many combinations of levels there are. */
  public long combinations() {
    return factors.stream()
        .mapToLong(varied -> varied.levels().size())
        .reduce(1, (all, levels) -> all * levels);
  }
}
