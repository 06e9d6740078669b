package dev.voxpop.survey.prompt;

import dev.voxpop.contracts.identity.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A fixed text of prompts, never edited after a release: a new wording is a new version.
 *
 * @param id purpose and version, for instance {@code survey/v1}
 * @param sha256 hash of the file
 * @param text without the line break at the end
 */
public record PromptFile(String id, String sha256, String text) {

  /** Reads a text that this module ships. */
  public static PromptFile load(String id) {
    String path = "/prompts/" + id + ".txt";
    try (InputStream in = PromptFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "There is no prompt " + path + ".\nMaybe its version is misspelt.");
      }
      byte[] bytes = in.readAllBytes();
      String text = new String(bytes, StandardCharsets.UTF_8).stripTrailing();
      return new PromptFile(id, Sha256.hex(bytes), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
