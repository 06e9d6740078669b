package dev.voxpop.matching.assignment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The number that decides among equals: the first eight bytes of the SHA-256 hash of the seed in
 * decimal and the ids concerned, joined by U+001F.
 *
 * <p>Keys are compared as unsigned numbers. They depend on ids only, so input order, storage order
 * and thread count cannot matter. An instance is used by one thread.
 */
final class SeededKey {

  private static final byte SEPARATOR = 0x1F;

  private final MessageDigest digest;
  private final byte[] seed;

  SeededKey(long seed) {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "This Java has no SHA-256.\nMaybe its security providers were changed?", e);
    }
    this.seed = Long.toString(seed).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the key of one id, or of any other single name. */
  long of(String id) {
    digest.update(seed);
    digest.update(SEPARATOR);
    digest.update(id.getBytes(StandardCharsets.UTF_8));
    return firstEight(digest.digest());
  }

  /** Returns the key of a human and a persona. */
  long of(String human, String persona) {
    digest.update(seed);
    digest.update(SEPARATOR);
    digest.update(human.getBytes(StandardCharsets.UTF_8));
    digest.update(SEPARATOR);
    digest.update(persona.getBytes(StandardCharsets.UTF_8));
    return firstEight(digest.digest());
  }

  private static long firstEight(byte[] hash) {
    long key = 0;
    for (int i = 0; i < 8; i++) {
      key = key << 8 | (hash[i] & 0xFF);
    }
    return key;
  }
}
