package dev.voxpop.matching.pairing;

import dev.voxpop.matching.trait.LabelMap;
import java.util.Map;

/**
 * A person to be matched.
 *
 * @param id the person's name in the result
 * @param weight survey weight
 * @param codes code per column of the human data; columns without a value are absent
 */
public record Respondent(String id, double weight, Map<String, Integer> codes) {

  public Respondent {
    codes = Map.copyOf(codes);
  }

  /** Returns the index of the person's label, or {@link LabelMap#NO_LABEL}. */
  public int label(LabelMap map) {
    return map.labelOf(codes.get(map.column()));
  }
}
