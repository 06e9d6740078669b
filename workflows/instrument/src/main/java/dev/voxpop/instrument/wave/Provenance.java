package dev.voxpop.instrument.wave;

import dev.voxpop.contracts.identity.Sha256;
import java.util.Objects;
import java.util.Optional;

/**
 * What a wave was read from.
 *
 * @param sha256 hash of the base file's content, 64 hex digits; indifferent to key order and
 *     comments
 * @param overlaySha256 hash of the overlay's content
 */
public record Provenance(String sha256, Optional<String> overlaySha256) {
  public Provenance {
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(overlaySha256);
  }

  /** The name of the content: the hash of the file, or of both hashes when there is an overlay. */
  public String contentHash() {
    return overlaySha256.map(overlay -> Sha256.hex(sha256 + "\n" + overlay)).orElse(sha256);
  }
}
