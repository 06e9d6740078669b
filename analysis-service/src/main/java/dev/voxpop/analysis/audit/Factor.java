package dev.voxpop.analysis.audit;

import java.util.List;

/**
 * One thing that varies in how a question is put: order of options, style of symbols, place in the
 * series, wording, temperature.
 *
 * @param levels names of its settings, at least two
 */
public record Factor(String id, List<String> levels) {

  /** Copies the levels and checks them. */
  public Factor {
    levels = List.copyOf(levels);
    if (levels.size() < 2 || levels.stream().distinct().count() < levels.size()) {
      throw new IllegalArgumentException(
          "Factor '%s' has the levels %s.%nMaybe give it two different ones."
              .formatted(id, levels));
    }
  }
}
