package dev.voxpop.embedded;

import java.nio.file.Path;

/** Which Temporal server to run. */
public sealed interface TemporalChoice {

  /**
   * The real dev server when a {@code temporal} binary is in the data folder or on the path, else
   * the in-memory one.
   */
  record Search() implements TemporalChoice {}

  /**
   * As {@link Search}, but when no binary is found the one that belongs to the SDK is downloaded
   * into the data folder; where the network does not allow it, the in-memory server runs.
   */
  record SearchOrDownload() implements TemporalChoice {}

  /**
   * The real dev server from this binary and no other.
   *
   * @param path the {@code temporal} command-line tool
   */
  record Binary(Path path) implements TemporalChoice {}

  /** The in-memory test server, whatever binaries there are. */
  record InMemory() implements TemporalChoice {}
}
