package dev.voxpop.hosting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the Temporal server is. */
@ConfigMapping(prefix = "voxpop.temporal")
public interface TemporalConfig {

  /** Host and port, for instance {@code 127.0.0.1:7233}. */
  @WithDefault("127.0.0.1:7233")
  String target();

  /** Namespace of the experiments. */
  @WithDefault("default")
  String namespace();

  /** Address of Temporal's own pages, for links; absent when there are none. */
  Optional<String> uiUrl();

  /** Keys that seal payloads, one {@code id key} a line, the newest first; readable when absent. */
  Optional<Path> codecKeyFile();

  /** Name of this installation for worker versions; none without {@link #buildId}. */
  Optional<String> deploymentName();

  /** Version of these workers; none without {@link #deploymentName}. */
  Optional<String> buildId();
}
