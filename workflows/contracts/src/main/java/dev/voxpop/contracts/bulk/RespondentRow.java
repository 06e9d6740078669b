package dev.voxpop.contracts.bulk;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A drawn respondent. {@code GET /matching/draws/{draw}/respondents?columns=A,B}, in order of
 * pseudonym.
 *
 * @param respondent pseudonym {@code r-…}
 * @param weight survey weight
 * @param codes code per asked column; columns without a value are absent
 */
public record RespondentRow(String respondent, double weight, Map<String, Integer> codes) {

  /** Copies the map, sorted. */
  public RespondentRow {
    codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
  }
}
