package dev.voxpop.simulator.society;

import java.util.List;

/**
 * A question put to a panel: its wording and its answering options in the questionnaire's order,
 * refusals left out.
 *
 * @param kind what the questionnaire says; the society orders options by their words alone, so this
 *     only serves {@link PanelGenerator#misunderstood}
 */
public record PanelQuestion(String id, String text, List<String> options, Kind kind) {
  public PanelQuestion {
    options = List.copyOf(options);
    if (options.size() < 2) {
      throw new IllegalArgumentException(
          "Question "
              + id
              + " has "
              + options.size()
              + " options.\nMaybe its scale was not resolved.");
    }
  }

  /** Whether the questionnaire gives the options an order. */
  public enum Kind {
    ORDINAL,
    NOMINAL
  }
}
