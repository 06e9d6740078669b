package dev.voxpop.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A table on disk; its first bytes tell the format, and whatever is refused names the file.
 *
 * <p>Parquet begins with {@code PAR1}, a file of SPSS with {@code $FL2}; everything else is read as
 * a text of separated values.
 */
public final class TableFile {

  private static final String PARQUET = "PAR1";

  private TableFile() {}

  /** What is made of an open table. */
  @FunctionalInterface
  public interface Reading<T> {
    /** Returns something made of a table, which is closed afterwards. */
    T read(FlatTable table) throws IOException;
  }

  /** Returns what a reading makes of a file. */
  public static <T> T read(Path file, Reading<T> reading) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(
          "%s is a folder.\nMaybe name a file in it?".formatted(file));
    }
    try {
      return switch (mark(file)) {
        case PARQUET -> parquet(file, reading);
        case SavTable.MARK -> spss(file, reading);
        case SavTable.ZLIB_MARK ->
            throw new IllegalArgumentException(
                "This is an SPSS file compressed by zlib.\nMaybe save it as .sav, not .zsav?");
        default -> text(file, reading);
      };
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

  /** Returns what a reading makes of a Parquet file whose bytes are at hand. */
  public static <T> T readParquet(byte[] bytes, Reading<T> reading) throws IOException {
    try (ParquetTable table = ParquetTable.of(bytes)) {
      return reading.read(table);
    }
  }

  private static String mark(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(PARQUET.length()), StandardCharsets.ISO_8859_1);
    }
  }

  private static <T> T spss(Path file, Reading<T> reading) throws IOException {
    try (SavTable table = SavTable.of(file)) {
      return reading.read(table);
    }
  }

  private static <T> T parquet(Path file, Reading<T> reading) throws IOException {
    try (ParquetTable table = ParquetTable.of(file)) {
      return reading.read(table);
    }
  }

  private static <T> T text(Path file, Reading<T> reading) throws IOException {
    try (var reader = Files.newBufferedReader(file)) {
      return reading.read(CsvTable.of(reader));
    }
  }

  private static IllegalArgumentException notUtf8(Path file, Exception cause) {
    return new IllegalArgumentException(
        "%s is not in UTF-8.\nMaybe convert it: iconv -f WINDOWS-1252 -t UTF-8?".formatted(file),
        cause);
  }
}
