package dev.voxpop.contracts.event;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An arm was closed: how many answers belong to it, and their checksum. Data of {@value
 * Topics#ARM_COMPLETED}; key {@code <experiment>}; event id = semantic id of (experiment, arm,
 * checksum).
 *
 * @param armHash hash of the arm's resolved specification
 * @param planned planned cells
 * @param expected answers that have a row and an event; planned − not reached
 * @param notReached cells that the run did not reach; 0 makes the closing final
 * @param states answers per state over all questions
 * @param questions answers per question and state, in questionnaire order
 * @param checksum sixteen hex digits, see {@code Checksum}
 */
public record ArmCompleted(
    String experiment,
    String arm,
    String armHash,
    long planned,
    long expected,
    long notReached,
    Map<String, Long> states,
    List<QuestionStates> questions,
    String checksum,
    boolean simulated) {

  /** Copies the collections. */
  public ArmCompleted {
    states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
    questions = List.copyOf(questions);
  }

  /** Answers of one question by state. */
  public record QuestionStates(String question, Map<String, Long> states) {

    /** Copies the map. */
    public QuestionStates {
      states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
    }
  }
}
