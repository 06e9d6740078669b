package dev.voxpop.analysis.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.analysis.report.ReportFiles;
import dev.voxpop.analysis.verification.Finding;
import dev.voxpop.analysis.verification.Verification;
import dev.voxpop.hosting.Payloads;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder with the files of one report. */
public final class ReportFolder {

  private static final ObjectMapper MAPPER = Payloads.mapper();

  private ReportFolder() {}

  /** What disagrees between the report in a folder and the rows beside it. */
  public static List<Finding> verify(Path folder) throws IOException {
    Map<String, String> texts = texts(folder);
    String manifest = texts.get(ReportFiles.MANIFEST);
    if (manifest == null) {
      throw new IllegalArgumentException(
          "%s has no %s.%nMaybe it is not the folder of a report."
              .formatted(folder, ReportFiles.MANIFEST));
    }
    return Verification.of(texts, hashes(manifest), StudyFolder::study);
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "%s is no folder.%nMaybe the report was written elsewhere.".formatted(folder));
    }
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        texts.put(String.valueOf(file.getFileName()), text(file));
      }
    }
    return texts;
  }

  /** A file that is no text can only be told apart, not read. */
  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      return "not UTF-8 after %d bytes".formatted(e.getInputLength());
    }
  }

  private static Map<String, String> hashes(String manifest) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (JsonNode file : MAPPER.readTree(manifest).path("files")) {
      hashes.put(file.path("name").asText(), file.path("sha256").asText());
    }
    return hashes;
  }
}
