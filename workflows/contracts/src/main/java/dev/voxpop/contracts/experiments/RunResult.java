package dev.voxpop.contracts.experiments;

import dev.voxpop.contracts.event.ReportPublished;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a run, small enough for Temporal's own pages.
 *
 * @param plan what was planned
 * @param planned planned cells
 * @param answered stored answers
 * @param micros what the experiment has settled in all its runs, lost calls included; −1 = unknown
 * @param headline rows of the report's main table; empty for a dry run
 * @param report where the report is served, relative to the analysis stage; null when none
 */
public record RunResult(
    String experiment,
    RunState state,
    Plan plan,
    long planned,
    long answered,
    long micros,
    List<ReportPublished.HeadlineRow> headline,
    @Nullable String report) {

  /** Copies the list. */
  public RunResult {
    headline = List.copyOf(headline);
  }
}
