package dev.voxpop.instrument.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** A named file's bytes. */
public final class SourceFile {
  private final String name;
  private final byte[] bytes;

  private SourceFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** A file of the given name and content. */
  public static SourceFile of(String name, byte[] bytes) {
    return new SourceFile(name, Arrays.copyOf(bytes, bytes.length));
  }

  /** A file shipped with this module, for example {@code waves/harbour-city-2026.yaml}. */
  public static SourceFile shipped(String path) {
    try (InputStream stream = SourceFile.class.getResourceAsStream("/" + path)) {
      if (stream == null) {
        throw new IllegalArgumentException(
            "No file %s is shipped.\nMaybe it belongs into the configured folder.".formatted(path));
      }
      return new SourceFile(path, stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Name used in problems. */
  public String name() {
    return name;
  }

  /** A copy of the content. */
  public byte[] bytes() {
    return Arrays.copyOf(bytes, bytes.length);
  }
}
