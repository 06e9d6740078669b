package dev.voxpop.contracts.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of texts and parts, in the few forms that names and seeds need. */
public final class Sha256 {

  private Sha256() {}

  /** All 64 lower-case hex digits of the hash of {@code text} in UTF-8. */
  public static String hex(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** All 64 lower-case hex digits of the hash of {@code bytes}. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /** The first 16 hex digits of the hash of {@code parts} joined by U+001F. */
  public static String shortHex(String... parts) {
    return hex(SemanticId.join(List.of(parts))).substring(0, 16);
  }

  /** The first eight bytes, big-endian, of the hash of {@code text} in UTF-8. */
  public static long first64(String text) {
    return ByteBuffer.wrap(digest().digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
