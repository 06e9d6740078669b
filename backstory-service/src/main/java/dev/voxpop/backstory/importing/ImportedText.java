package dev.voxpop.backstory.importing;

import org.jspecify.annotations.Nullable;

/**
 * A row of an imported file.
 *
 * @param place line or element number in the file
 * @param tokens recorded count of tokens
 */
public record ImportedText(
    int place,
    String text,
    @Nullable String id,
    @Nullable String asker,
    @Nullable String answerer,
    @Nullable Integer tokens) {

  /** A text and nothing else. */
  public static ImportedText of(int place, String text) {
    return new ImportedText(place, text, null, null, null, null);
  }
}
