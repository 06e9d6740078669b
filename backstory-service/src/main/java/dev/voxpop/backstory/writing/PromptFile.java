package dev.voxpop.backstory.writing;

import dev.voxpop.contracts.identity.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A fixed text of prompts, never edited after a release: a new wording is a new version.
 *
 * @param id purpose and version, for instance {@code judge/v1}
 * @param sha256 hash of the file
 * @param text without the line break at the end
 */
public record PromptFile(String id, String sha256, String text) {

  /** Reads a text: the operator's file of this id, or else the one that this module ships. */
  public static PromptFile load(String id, Optional<Path> folder) {
    try {
      Optional<Path> own = folder.map(path -> path.resolve(id + ".txt")).filter(Files::exists);
      byte[] bytes = own.isPresent() ? Files.readAllBytes(own.get()) : shipped(id);
      return new PromptFile(
          id, Sha256.hex(bytes), new String(bytes, StandardCharsets.UTF_8).stripTrailing());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The prompt %s cannot be read.\nMaybe correct voxpop.backstory.prompts.".formatted(id),
          e);
    }
  }

  private static byte[] shipped(String id) throws IOException {
    try (InputStream in = PromptFile.class.getResourceAsStream("/prompts/" + id + ".txt")) {
      if (in == null) {
        throw new IllegalArgumentException(
            "There is no prompt %s.\nMaybe its version is misspelt.".formatted(id));
      }
      return in.readAllBytes();
    }
  }
}
