package dev.voxpop.analysis.panel;

/** The direction in which a question enters a scale of several questions. */
public enum Keying {
  /** As coded. */
  AS_CODED,
  /** Negatively worded: enters a re-keyed scale as first + last position − value. */
  REVERSED
}
