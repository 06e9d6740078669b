package dev.voxpop.survey.config;

import dev.voxpop.interviewing.store.CommitConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How interviews are run. */
@ConfigMapping(prefix = "voxpop.survey")
public interface SurveyConfig extends CommitConfig {

  /** Personas or stories a batch, 20 … 1,000. */
  @WithDefault("200")
  int batchSize();

  /** Batches of one arm or pool at the same time. */
  @WithDefault("16")
  int batchWindow();

  /** Longest activity; a batch yields at 80 % of it. */
  @WithDefault("1h")
  Duration batchTimeLimit();

  /** How long closing an arm waits for its events to leave the outbox. */
  @WithDefault("50m")
  Duration drainPatience();
}
