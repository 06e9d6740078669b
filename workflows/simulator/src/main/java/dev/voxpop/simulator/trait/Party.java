package dev.voxpop.simulator.trait;

/** The party a person leans on, if any. */
public enum Party {
  DEMOCRAT,
  REPUBLICAN,
  INDEPENDENT,
  OTHER,
  NO_PREFERENCE
}
