package dev.voxpop.analysis.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.analysis.report.FileBytes;
import dev.voxpop.analysis.report.ReportFiles;
import dev.voxpop.analysis.verification.Finding;
import dev.voxpop.analysis.verification.Verification;
import dev.voxpop.analysis.verification.WrittenFile;
import dev.voxpop.hosting.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    Map<String, WrittenFile> files = files(folder);
    WrittenFile manifest = files.get(ReportFiles.MANIFEST);
    if (manifest == null) {
      throw new IllegalArgumentException(
          "%s has no %s.%nMaybe it is not the folder of a report."
              .formatted(folder, ReportFiles.MANIFEST));
    }
    try {
      return Verification.of(files, hashes(manifest.content().text()), StudyFolder::study);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Map<String, WrittenFile> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "%s is no folder.%nMaybe the report was written elsewhere.".formatted(folder));
    }
    Map<String, WrittenFile> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> found.put(String.valueOf(file.getFileName()), new OnDisk(file)));
    }
    return found;
  }

  /** A file that is read when it is asked for; answers may be larger than memory. */
  private record OnDisk(Path path) implements WrittenFile {

    @Override
    public String sha256() {
      try {
        return Digests.hex(Files.newInputStream(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public FileBytes content() {
      try {
        return FileBytes.of(Files.readAllBytes(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
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
