package dev.voxpop.contracts.event;

import java.util.List;

/** The topics, which are also the types of their events. */
public final class Topics {

  /** One answer, in any state that has a row; published by survey. */
  public static final String RESPONSE_COMPLETED = "voxpop.response.completed.v1";

  /** Expected count, counts per state and checksum of a closed arm; published by survey. */
  public static final String ARM_COMPLETED = "voxpop.arm.completed.v1";

  /** Headline numbers, links and file hashes; published by analysis. */
  public static final String REPORT_PUBLISHED = "voxpop.report.published.v1";

  /** All topics, without dead letters. */
  public static final List<String> ALL =
      List.of(RESPONSE_COMPLETED, ARM_COMPLETED, REPORT_PUBLISHED);

  /** What a consumer appends to a topic's name for records it cannot read. */
  public static final String DEAD_LETTER_SUFFIX = ".dlq";

  private Topics() {}
}
