package dev.voxpop.hosting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of payloads by id. The first one seals; all of them open, so an old key stays in the
 * file, below the new one, as long as there are histories that it sealed.
 */
final class PayloadKeys {

  private static final int BYTES = 32;

  private final Map<String, SecretKey> keys;

  private PayloadKeys(Map<String, SecretKey> keys) {
    this.keys = new LinkedHashMap<>(keys);
  }

  /**
   * Reads a file of lines {@code id key}, the key as Base64 of 32 bytes; lines that begin with #
   * are comments.
   *
   * @throws IllegalArgumentException naming file and line, never a key
   */
  static PayloadKeys read(Path file) {
    try {
      return of(file.toString(), Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException("No keys of payloads in " + file + ".", e);
    }
  }

  private static PayloadKeys of(String file, List<String> lines) {
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        add(keys, line, file + ":" + (i + 1));
      }
    }
    if (keys.isEmpty()) {
      throw refused(file, "there is no key in it");
    }
    return new PayloadKeys(keys);
  }

  private static void add(Map<String, SecretKey> keys, String line, String place) {
    List<String> parts = List.of(line.split("\\s+", -1));
    if (parts.size() != 2 || !parts.getFirst().matches("[A-Za-z0-9._-]{1,64}")) {
      throw refused(place, "this is not an id and a key");
    }
    byte[] key = bytes(parts.getLast(), place);
    if (key.length != BYTES) {
      throw refused(place, "the key has " + key.length + " bytes instead of " + BYTES);
    }
    if (keys.put(parts.getFirst(), new SecretKeySpec(key, "AES")) != null) {
      throw refused(place, "the id " + parts.getFirst() + " is there twice");
    }
  }

  private static byte[] bytes(String text, String place) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw refused(place, "the key is not Base64");
    }
  }

  private static IllegalArgumentException refused(String place, String why) {
    return new IllegalArgumentException(
        place
            + ": "
            + why
            + ".\nMaybe write \"2026-11 \" and what `openssl rand -base64 32` prints.");
  }

  /** The id of the key that seals. */
  String newest() {
    return new ArrayList<>(keys.keySet()).getFirst();
  }

  /** The key of an id. */
  Optional<SecretKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }
}
