package dev.voxpop.simulator.trait;

/** How a person describes their gender. */
public enum Gender {
  MALE,
  FEMALE,
  OTHER
}
