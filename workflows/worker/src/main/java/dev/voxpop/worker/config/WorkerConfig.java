package dev.voxpop.worker.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the worker's process. */
@ConfigMapping(prefix = "voxpop.worker")
public interface WorkerConfig {

  /** Version of the code, for provenance. */
  @WithDefault("0.1.0")
  String codeVersion();

  /** How long a start by HTTP waits to learn whether the document was admitted. */
  @WithDefault("20s")
  Duration admissionWait();

  /** Where the analysis stage's pages are, for links. */
  @WithDefault("http://127.0.0.1:8084")
  String reportUrl();

  /** Limits of experiments that name none. */
  Budget budget();

  /** Default limits. */
  interface Budget {

    /** Money, as decimal text. */
    Optional<String> defaultMoney();

    /** Tokens. */
    Optional<Long> defaultTokens();
  }
}
