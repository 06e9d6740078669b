package dev.voxpop.interviewing.store;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a stage's writer gathers entries: a part of the stage's own configuration. */
public interface CommitConfig {

  /** How long the first entry of a commit waits for others. */
  @WithDefault("5ms")
  Duration commitLinger();

  /** Most entries a commit. */
  @WithDefault("256")
  int commitMax();

  /** How long entries are offered to a database that does not take them. */
  @WithDefault("30m")
  Duration commitPatience();
}
