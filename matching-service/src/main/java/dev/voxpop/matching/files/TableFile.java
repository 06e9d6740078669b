package dev.voxpop.matching.files;

import dev.voxpop.matching.sample.CsvTable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A table on disk; whatever is refused names the file. */
final class TableFile {

  private TableFile() {}

  /** What is made of an open table. */
  @FunctionalInterface
  interface Reading<T> {
    T read(CsvTable table) throws IOException;
  }

  static <T> T read(Path file, Reading<T> reading) throws IOException {
    try (var reader = Files.newBufferedReader(file)) {
      return reading.read(CsvTable.of(reader));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "There is no file %s.\nMaybe the path is meant from another folder?".formatted(file), e);
    } catch (CharacterCodingException e) {
      throw notUtf8(file, e);
    } catch (IllegalArgumentException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw notUtf8(file, e);
      }
      throw new IllegalArgumentException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static IllegalArgumentException notUtf8(Path file, Exception cause) {
    return new IllegalArgumentException(
        "%s is not in UTF-8.\nMaybe convert it: iconv -f WINDOWS-1252 -t UTF-8?".formatted(file),
        cause);
  }
}
