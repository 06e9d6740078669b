package dev.voxpop.analysis.report;

import java.util.List;

/** A titled part of a report. */
public record Section(String id, String title, List<Block> blocks) {

  /** Copies the list. */
  public Section {
    blocks = List.copyOf(blocks);
  }
}
