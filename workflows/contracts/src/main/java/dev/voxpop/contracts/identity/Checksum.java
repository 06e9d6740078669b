package dev.voxpop.contracts.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order-free checksum over the answers of an arm.
 *
 * <p>Σ mod 2⁶⁴ of the first eight bytes (big-endian) of SHA-256(id U+001F state U+001F code), with
 * an empty code where an answer has none. Counts and checksum together say that a set is complete
 * and unchanged, whatever the order of arrival.
 *
 * @param value the sum so far
 */
public record Checksum(long value) {

  /** The checksum of nothing. */
  public static final Checksum EMPTY = new Checksum(0);

  /** This checksum with one more answer. */
  public Checksum plus(UUID id, String state, @Nullable String code) {
    return new Checksum(value + term(id, state, code));
  }

  /** The term that one answer adds. */
  public static long term(UUID id, String state, @Nullable String code) {
    return Sha256.first64(id + "\u001F" + state + "\u001F" + (code == null ? "" : code));
  }

  /** Sixteen lower-case hex digits. */
  public String hex() {
    return String.format("%016x", value);
  }

  /** Reads what {@link #hex} wrote. */
  public static Checksum parse(String hex) {
    return new Checksum(Long.parseUnsignedLong(hex, 16));
  }
}
