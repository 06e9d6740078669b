package dev.voxpop.contracts.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The name of an effect, derived from what the effect is about and from nothing else.
 *
 * <p>A UUID version 5 (RFC 9562) of the parts as NFC-normalised UTF-8, joined by U+001F. No clock,
 * run, try or draw takes part, so the same effect has the same id in every process and after every
 * crash.
 */
public final class SemanticId {

  private static final UUID NAMESPACE = UUID.fromString("9c3f550f-c974-5763-8d72-7750e85d5434");
  private static final char SEPARATOR = '\u001F';

  private SemanticId() {}

  /**
   * The id of the effect named by {@code parts}.
   *
   * @throws IllegalArgumentException if a part contains U+001F
   */
  public static UUID of(String... parts) {
    return of(Arrays.asList(parts));
  }

  /** The id of the effect named by {@code parts}; see {@link #of(String...)}. */
  public static UUID of(List<String> parts) {
    return nameBased(join(parts).getBytes(StandardCharsets.UTF_8));
  }

  /** The parts in the form that is hashed: NFC, joined by U+001F. */
  static String join(List<String> parts) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (part.indexOf(SEPARATOR) >= 0) {
        throw new IllegalArgumentException(
            "Part " + i + " of an id contains the separator U+001F.\nMaybe it was joined twice.");
      }
      if (i > 0) {
        joined.append(SEPARATOR);
      }
      joined.append(Normalizer.normalize(part, Normalizer.Form.NFC));
    }
    return joined.toString();
  }

  private static UUID nameBased(byte[] name) {
    MessageDigest sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .array());
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name));
    long high = (hash.getLong() & ~0xF000L) | 0x5000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-1.", e);
    }
  }
}
