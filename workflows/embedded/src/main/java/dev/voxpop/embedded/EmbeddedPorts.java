package dev.voxpop.embedded;

/**
 * The loopback ports of the embedded servers; 0 takes a free port and keeps it in the data folder
 * for later starts.
 *
 * @param postgres PostgreSQL
 * @param kafka Kafka's client listener; the controller's port is always a remembered free one
 * @param temporal Temporal's gRPC front end
 * @param temporalUi Temporal's web UI, served by the dev server only
 */
public record EmbeddedPorts(int postgres, int kafka, int temporal, int temporalUi) {
  private static final int HIGHEST = 65_535;

  public EmbeddedPorts {
    require("postgres", postgres);
    require("kafka", kafka);
    require("temporal", temporal);
    require("temporal-ui", temporalUi);
  }

  /** The documented ports of a single installation: 15432, 19092, 17233 and 18233. */
  public static EmbeddedPorts defaults() {
    return new EmbeddedPorts(15_432, 19_092, 17_233, 18_233);
  }

  /** Free ports, chosen at the first start of a data folder and used again by every later one. */
  public static EmbeddedPorts free() {
    return new EmbeddedPorts(0, 0, 0, 0);
  }

  private static void require(String name, int port) {
    if (port < 0 || port > HIGHEST) {
      throw new IllegalArgumentException(
          "Port %d of %s lies outside 0 to %d.\nMaybe use 0 for a free port."
              .formatted(port, name, HIGHEST));
    }
  }
}
