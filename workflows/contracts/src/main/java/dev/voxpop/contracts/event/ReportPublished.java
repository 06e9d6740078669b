package dev.voxpop.contracts.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report was written. Data of {@value Topics#REPORT_PUBLISHED}; key {@code <experiment>}. Numbers
 * are decimal text, so that no reader rounds them.
 *
 * @param headline one row per arm, best first
 * @param files name and SHA-256 of each file of the report
 */
public record ReportPublished(
    String experiment,
    String documentHash,
    List<HeadlineRow> headline,
    List<ReportFile> files,
    boolean partial,
    boolean simulated) {

  /** Copies the lists. */
  public ReportPublished {
    headline = List.copyOf(headline);
    files = List.copyOf(files);
  }

  /** The headline numbers of one arm; a number that does not exist is null. */
  public record HeadlineRow(
      String arm,
      @Nullable String emd,
      @Nullable String emdNormalised,
      @Nullable String tv,
      @Nullable String frobenius,
      @Nullable String alpha) {}

  /** One file of the report. */
  public record ReportFile(String name, String sha256) {}
}
