package dev.voxpop.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How outboxes are emptied. */
@ConfigMapping(prefix = "voxpop.outbox")
public interface OutboxConfig {

  /** How long an empty outbox is left alone. */
  @WithDefault("50ms")
  Duration poll();

  /** Most events a transaction takes. */
  @WithDefault("500")
  int batch();
}
