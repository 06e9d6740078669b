package dev.voxpop.simulator.trait;

/** The part of the country a person lives in. */
public enum Region {
  NORTHEAST,
  MIDWEST,
  SOUTH,
  WEST
}
