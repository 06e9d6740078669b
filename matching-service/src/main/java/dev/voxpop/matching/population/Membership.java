package dev.voxpop.matching.population;

/** How personas belong to labels. */
public enum Membership {
  /** By mass. */
  FRACTIONAL,
  /** Wholly to the label of largest mass, the earliest of several. */
  MODAL
}
