package dev.voxpop.matching.files;

import dev.voxpop.matching.assignment.Problem;
import java.util.List;

/**
 * Two tables after filtering.
 *
 * @param excludedHumans ids of people whom filters kept out
 * @param excludedPersonas how many personas filters kept out
 */
record ReadTables(Problem problem, List<String> excludedHumans, int excludedPersonas) {

  ReadTables {
    excludedHumans = List.copyOf(excludedHumans);
  }
}
