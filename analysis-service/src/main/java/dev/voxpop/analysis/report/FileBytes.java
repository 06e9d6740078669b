package dev.voxpop.analysis.report;

import dev.voxpop.contracts.identity.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one file, which never change. */
public final class FileBytes {

  private final byte[] bytes;

  private FileBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** These bytes, which are copied. */
  public static FileBytes of(byte[] bytes) {
    return new FileBytes(bytes.clone());
  }

  /** A text in UTF-8. */
  public static FileBytes of(String text) {
    return new FileBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes as a text in UTF-8. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A copy of the bytes. */
  public byte[] copy() {
    return bytes.clone();
  }

  /** SHA-256 in hex. */
  public String sha256() {
    return Sha256.hex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
