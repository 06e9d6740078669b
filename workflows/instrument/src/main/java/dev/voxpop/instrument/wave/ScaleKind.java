package dev.voxpop.instrument.wave;

/** Whether the options of a scale have an order. */
public enum ScaleKind {
  /** Options have increasing positions. */
  ORDINAL,
  /** Options have no order. */
  NOMINAL
}
