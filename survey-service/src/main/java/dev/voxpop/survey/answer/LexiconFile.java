package dev.voxpop.survey.answer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text file of a language's phrases: sections in square brackets, one entry a line, comments
 * after a number sign.
 *
 * @param sections entries by section
 */
record LexiconFile(Map<String, List<String>> sections) {

  /** The shipped file of a language, or empty. */
  static Optional<LexiconFile> shipped(String language) {
    String path = "/answers/" + language + ".txt";
    try (InputStream stream = LexiconFile.class.getResourceAsStream(path)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(read(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The phrase list %s cannot be read.\nMaybe the archive is damaged.".formatted(path), e);
    }
  }

  /** A file without any entry. */
  static LexiconFile empty() {
    return new LexiconFile(Map.of());
  }

  /** The entries of a section; none when it is missing. */
  List<String> entries(String section) {
    return sections.getOrDefault(section, List.of());
  }

  private static LexiconFile read(InputStreamReader reader) throws IOException {
    Map<String, List<String>> sections = new HashMap<>();
    List<String> entries = new ArrayList<>();
    BufferedReader lines = new BufferedReader(reader);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String entry = line.strip();
      if (entry.startsWith("[") && entry.endsWith("]")) {
        entries =
            sections.computeIfAbsent(
                entry.substring(1, entry.length() - 1), name -> new ArrayList<>());
      } else if (!entry.isEmpty() && !entry.startsWith("#")) {
        entries.add(entry);
      }
    }
    return new LexiconFile(sections);
  }
}
