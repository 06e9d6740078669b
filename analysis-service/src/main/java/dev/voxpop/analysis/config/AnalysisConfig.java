package dev.voxpop.analysis.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this stage reads events and people. */
@ConfigMapping(prefix = "voxpop.analysis")
public interface AnalysisConfig {

  /** How events are read. */
  Consumer consumer();

  /** People asked for at a time from the matching stage, 1 … 10,000. */
  @WithDefault("2000")
  int pageSize();

  /** How long a wait for answers rests between two looks. */
  @WithDefault("250ms")
  Duration awaitInterval();

  /** How events are read. */
  interface Consumer {

    /** Name of the consumer group. */
    @WithDefault("voxpop-analysis")
    String group();

    /** Most records a transaction stores. */
    @WithDefault("500")
    int maxRecords();

    /** Most bytes a poll fetches. */
    @WithDefault("4194304")
    int maxBytes();

    /** How long a poll waits for records. */
    @WithDefault("200ms")
    Duration pollTimeout();
  }
}
