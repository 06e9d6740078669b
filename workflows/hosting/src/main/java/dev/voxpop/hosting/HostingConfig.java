package dev.voxpop.hosting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How workers are hosted. */
@ConfigMapping(prefix = "voxpop.hosting")
public interface HostingConfig {

  /** Longest orderly stop; at least the longest model call and 15 s. */
  @WithDefault("75s")
  Duration stopGrace();

  /** How long the start waits for the Temporal server before it gives up. */
  @WithDefault("5m")
  Duration startPatience();

  /** Activities of one task queue that may run at the same time in this process. */
  @WithDefault("400")
  int activitySlots();

  /** Task queues to host; all that are present when absent. */
  Optional<List<String>> stages();
}
