package dev.voxpop.embedded;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What to start and with what inside. The five parts are the five questions an installation
 * answers; each has a {@code with…} method, so callers name only what differs.
 *
 * @param dataDir the folder that holds every file of the servers; made when absent
 * @param wanted the servers to start; those with an external address are left out by the caller
 * @param ports loopback ports
 * @param contents schemas, topics and search attributes that must exist
 * @param temporal which Temporal server
 */
public record EmbeddedOptions(
    Path dataDir,
    Set<EmbeddedServer> wanted,
    EmbeddedPorts ports,
    Contents contents,
    TemporalChoice temporal) {

  public EmbeddedOptions {
    Objects.requireNonNull(ports, "ports");
    Objects.requireNonNull(contents, "contents");
    Objects.requireNonNull(temporal, "temporal");
    dataDir = dataDir.toAbsolutePath().normalize();
    wanted = Set.copyOf(wanted);
  }

  /** All three servers on free ports, empty, with whichever Temporal is found. */
  public static EmbeddedOptions in(Path dataDir) {
    return new EmbeddedOptions(
        dataDir,
        EnumSet.allOf(EmbeddedServer.class),
        EmbeddedPorts.free(),
        Contents.none(),
        new TemporalChoice.Search());
  }

  /** These options with other servers. */
  public EmbeddedOptions withWanted(Set<EmbeddedServer> servers) {
    return new EmbeddedOptions(dataDir, servers, ports, contents, temporal);
  }

  /** These options with other ports. */
  public EmbeddedOptions withPorts(EmbeddedPorts other) {
    return new EmbeddedOptions(dataDir, wanted, other, contents, temporal);
  }

  /** These options with other contents. */
  public EmbeddedOptions withContents(Contents other) {
    return new EmbeddedOptions(dataDir, wanted, ports, other, temporal);
  }

  /** These options with another choice of Temporal server. */
  public EmbeddedOptions withTemporal(TemporalChoice other) {
    return new EmbeddedOptions(dataDir, wanted, ports, contents, other);
  }
}
