package dev.voxpop.matching.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How this stage matches and reads. */
@ConfigMapping(prefix = "voxpop.matching")
public interface MatchingConfig {

  /** Threads that walk over weights; they cannot change a result. */
  @WithDefault("2")
  int threads();

  /** Rows asked for at a time when traits are read from the survey stage, 1 … 10,000. */
  @WithDefault("2000")
  int pageSize();
}
