package dev.voxpop.analysis.panel;

/** Whether the options of a question have positions on a scale. */
public enum ItemKind {
  /** Options are ordered and have positions. */
  ORDINAL,
  /** Options are names without order. */
  NOMINAL
}
