package dev.voxpop.analysis.compliance;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the planned answers of one question of one arm ended.
 *
 * @param question id, or {@value #ALL} for all questions together
 * @param asked planned answers; the sum over states
 * @param states answers by state
 * @param reasons answers without value by reason
 * @param firstValid answers whose first draw was valid
 * @param called answers with at least one call
 * @param attempts ended draws
 * @param largestAttempts most draws of one answer
 */
public record QuestionCompliance(
    String question,
    long asked,
    SortedMap<String, Long> states,
    SortedMap<String, Long> reasons,
    long firstValid,
    long called,
    long attempts,
    int largestAttempts) {

  /** Stands for all questions together. */
  public static final String ALL = "*";

  /** Copies the maps and checks that every planned answer has a state. */
  public QuestionCompliance {
    states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    long sum = states.values().stream().mapToLong(Long::longValue).sum();
    if (sum != asked) {
      throw new IllegalArgumentException(
          "Question '%s': %d answers were planned, %d have a state.%nMaybe events are missing."
              .formatted(question, asked, sum));
    }
  }

  /** Counts cells of one question, or of all. */
  public static QuestionCompliance of(String question, Collection<CellRecord> cells) {
    TreeMap<String, Long> states = new TreeMap<>();
    TreeMap<String, Long> reasons = new TreeMap<>();
    long attempts = 0;
    int largest = 0;
    for (CellRecord cell : cells) {
      states.merge(cell.state(), 1L, Long::sum);
      String reason = cell.reason();
      if (reason != null) {
        reasons.merge(reason, 1L, Long::sum);
      }
      attempts += cell.attempts();
      largest = Math.max(largest, cell.attempts());
    }
    long firstValid = cells.stream().filter(QuestionCompliance::firstValid).count();
    long called = cells.stream().filter(cell -> cell.attempts() > 0).count();
    return new QuestionCompliance(
        question, cells.size(), states, reasons, firstValid, called, attempts, largest);
  }

  /** Share of the asked answers in a state; NaN when nothing was asked. */
  public double share(String state) {
    return states.getOrDefault(state, 0L) / (double) asked;
  }

  /** Share of answers with calls whose first draw was valid; NaN without calls. */
  public double firstAttemptValidity() {
    return firstValid / (double) called;
  }

  /** Mean draws of an answer with calls; NaN without calls. */
  public double meanAttempts() {
    return attempts / (double) called;
  }

  QuestionCompliance withNotReached(long count) {
    TreeMap<String, Long> more = new TreeMap<>(states);
    more.merge(CellRecord.NOT_REACHED, count, Long::sum);
    return new QuestionCompliance(
        question, asked + count, more, reasons, firstValid, called, attempts, largestAttempts);
  }

  private static boolean firstValid(CellRecord cell) {
    return CellRecord.VALID.equals(cell.firstState());
  }
}
