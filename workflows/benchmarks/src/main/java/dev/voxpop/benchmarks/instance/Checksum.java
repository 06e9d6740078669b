package dev.voxpop.benchmarks.instance;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The first sixteen hexadecimal digits of a SHA-256 hash. */
final class Checksum {

  private final MessageDigest digest;

  Checksum() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "This Java has no SHA-256.\nMaybe its security providers were changed?", e);
    }
  }

  Checksum add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  String text() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }
}
