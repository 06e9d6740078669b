package dev.voxpop.matching.sample;

import java.util.List;

/** The outcome of reading human data: a sample, or why it is refused. */
public sealed interface SampleReading {

  /** Data that may be used. */
  record Accepted(HumanSample sample, SampleSummary summary) implements SampleReading {}

  /**
   * Data that may not be used.
   *
   * @param problems at most twenty, in the order of the file
   */
  record Refused(List<String> problems) implements SampleReading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
