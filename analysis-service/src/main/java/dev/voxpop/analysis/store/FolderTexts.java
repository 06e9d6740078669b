package dev.voxpop.analysis.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.analysis.verification.WrittenFile;
import dev.voxpop.hosting.Payloads;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The files of a folder as text and JSON, each read when it is first needed. */
final class FolderTexts {

  private static final ObjectMapper MAPPER = Payloads.mapper();

  private final Map<String, WrittenFile> files;
  private final Map<String, String> texts = new HashMap<>();

  FolderTexts(Map<String, WrittenFile> files) {
    this.files = files;
  }

  /**
   * A row of a file.
   *
   * @param number from 1, blank lines left out
   */
  record Line(String file, long number, JsonNode row) {}

  boolean has(String name) {
    return files.containsKey(name);
  }

  /** The rows of a file with one a line, each made when it is its turn. */
  Iterable<Line> rows(String name) {
    List<String> lines = text(name).lines().filter(line -> !line.isBlank()).toList();
    return () ->
        IntStream.rangeClosed(1, lines.size())
            .mapToObj(number -> new Line(name, number, tree(name, number, lines.get(number - 1))))
            .iterator();
  }

  /** A file that is one value. */
  JsonNode tree(String name) {
    return tree(name, 1, text(name));
  }

  String text(String name) {
    WrittenFile file = files.get(name);
    if (file == null) {
      throw new IllegalArgumentException(
          "There is no %s.%nMaybe the folder is no report of this version.".formatted(name));
    }
    return texts.computeIfAbsent(name, read -> file.content().text());
  }

  private static JsonNode tree(String name, long number, String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s, line %d is no JSON: %s.%nMaybe the file was cut or changed."
              .formatted(name, number, e.getMessage()),
          e);
    }
  }
}
