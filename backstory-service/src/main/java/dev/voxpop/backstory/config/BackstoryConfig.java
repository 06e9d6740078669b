package dev.voxpop.backstory.config;

import dev.voxpop.interviewing.store.CommitConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How this stage writes. */
@ConfigMapping(prefix = "voxpop.backstory")
public interface BackstoryConfig extends CommitConfig {

  /** Slots a batch, 1 … 1,000. */
  @WithDefault("50")
  int batchSize();

  /** Batches of a pool at the same time, 1 … 500. */
  @WithDefault("8")
  int batchWindow();

  /** The longest that one activity works on a batch; it yields at 80 % of it. */
  @WithDefault("30m")
  Duration batchLimit();

  /** How long a silent experiment keeps the right to write a pool. */
  @WithDefault("10m")
  Duration lease();

  /** Respondents asked for at a time when a pool is primed, 1 … 10,000. */
  @WithDefault("2000")
  int pageSize();

  /** Folder whose files replace shipped prompts of the same id. */
  Optional<Path> prompts();

  /** The exchange before the open question. */
  Preamble preamble();

  /** Role words instead of those that the pool's format names. */
  Roles roles();

  /** The exchange before the open question. */
  interface Preamble {

    /** Most answers drawn until one is accepted. */
    @WithDefault("20")
    int maxAttempts();

    /** What an accepted answer holds, any case. */
    @WithDefault("\\byes\\b")
    String accepts();
  }

  /** Role words; both or none. */
  interface Roles {

    /** Who asks. */
    Optional<String> asker();

    /** Who answers. */
    Optional<String> answerer();

    /** What follows a role word. */
    @WithDefault(":")
    String connector();
  }
}
