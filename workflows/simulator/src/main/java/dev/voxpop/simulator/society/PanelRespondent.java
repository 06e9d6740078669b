package dev.voxpop.simulator.society;

import dev.voxpop.simulator.trait.Traits;
import java.util.Map;

/**
 * A member of a panel.
 *
 * @param key unique in the panel
 * @param traits the finest truth about the respondent, for choosing codes, never for publishing
 * @param weight inverse of the response probability, scaled to a mean of 1
 * @param answers by question id
 * @param demographics by trait question id
 */
public record PanelRespondent(
    String key,
    Traits traits,
    double weight,
    Map<String, PanelAnswer> answers,
    Map<String, PanelAnswer> demographics) {
  public PanelRespondent {
    answers = Map.copyOf(answers);
    demographics = Map.copyOf(demographics);
  }

  PanelRespondent weighted(double newWeight) {
    return new PanelRespondent(key, traits, newWeight, answers, demographics);
  }
}
