package dev.voxpop.simulator.trait;

/** A person's present religion, if any. */
public enum Religion {
  PROTESTANT,
  CATHOLIC,
  MORMON,
  ORTHODOX,
  JEWISH,
  MUSLIM,
  BUDDHIST,
  HINDU,
  ATHEIST,
  AGNOSTIC,
  OTHER,
  NOTHING
}
