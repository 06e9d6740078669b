package dev.voxpop.contracts.survey;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A closed arm.
 *
 * @param planned planned cells
 * @param expected answers with a row and an event
 * @param states answers per state, {@code not_reached} included
 * @param checksum sixteen hex digits
 * @param answerMicros cost of the draws behind the stored answers; −1 = unknown
 * @param attempts ended draws
 */
public record ArmReceipt(
    String arm,
    String armHash,
    long planned,
    long expected,
    Map<String, Long> states,
    String checksum,
    long answerMicros,
    long attempts) {

  /** Copies the map, sorted. */
  public ArmReceipt {
    states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
  }
}
