package dev.voxpop.analysis.tabular;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be audited.
 *
 * @param responses one row an interview
 * @param out folder for the report
 * @param questions where the questions are declared
 * @param levels where the level of every factor is found
 * @param seed of the permutations
 */
public record AuditFiles(
    Path responses, Path out, AnalyseFiles.Questions questions, Levels levels, long seed) {

  /** Where the level of every factor is found. */
  public sealed interface Levels {

    /** In columns of the responses. */
    record Columns(List<String> columns) implements Levels {

      /** Copies the list. */
      public Columns {
        columns = List.copyOf(columns);
      }
    }

    /**
     * In a design, as {@link DesignFile} writes it.
     *
     * @param persona column of a response that names its persona; that of the design otherwise
     */
    record Design(Path file, Optional<String> persona) implements Levels {}
  }
}
