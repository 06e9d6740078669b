package dev.voxpop.embedded;

import java.util.Optional;

/**
 * Where the embedded Temporal serves.
 *
 * @param target host and port of the gRPC front end; the namespace is {@code default}
 * @param uiUrl the web UI, which only the dev server has
 * @param kind which of the two servers this is
 * @param origin started for this process or taken over
 */
public record TemporalAddress(
    String target, Optional<String> uiUrl, TemporalKind kind, Origin origin) {}
