package dev.voxpop.analysis.verification;

import dev.voxpop.analysis.report.FileBytes;
import dev.voxpop.analysis.report.ReportFiles;
import dev.voxpop.tables.TableFile;
import java.io.IOException;
import java.util.List;

/** A file of a report as it was found; its text is looked at only where it matters. */
public interface WrittenFile {

  /** SHA-256 in hex. */
  String sha256();

  /** All of its bytes. */
  FileBytes content();

  /** The text of a file; of a Parquet file one line a row, with the names of columns first. */
  static String text(String name, FileBytes content) {
    return name.endsWith(ReportFiles.PARQUET) ? rows(content) : content.text();
  }

  private static String rows(FileBytes content) {
    StringBuilder lines = new StringBuilder();
    try {
      return TableFile.readParquet(
          content.copy(),
          table -> {
            line(lines, table.columns());
            table.forEach((at, cells) -> line(lines, cells));
            return lines.toString();
          });
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    } catch (IOException e) {
      return "The Parquet file cannot be read: " + e.getMessage();
    }
  }

  private static void line(StringBuilder lines, List<String> cells) {
    lines.append(String.join(", ", cells).replace('\n', ' ')).append('\n');
  }
}
