package dev.voxpop.contracts.analysis;

import dev.voxpop.contracts.event.ReportPublished;
import java.util.List;

/**
 * A written report.
 *
 * @param path where the analysis stage serves it, relative to its root
 * @param headline rows best first; human bound and reference arms included, marked by their ids
 *     {@code human-split-half} and {@code uniform}
 */
public record ReportReceipt(
    String path,
    List<ReportPublished.HeadlineRow> headline,
    List<ReportPublished.ReportFile> files) {

  /** Copies the lists. */
  public ReportReceipt {
    headline = List.copyOf(headline);
    files = List.copyOf(files);
  }
}
