package dev.voxpop.simulator.trait;

/** How a person describes their race or ethnic group. */
public enum Race {
  AMERICAN_INDIAN,
  ASIAN,
  BLACK,
  HISPANIC,
  MIDDLE_EASTERN,
  PACIFIC_ISLANDER,
  WHITE,
  OTHER
}
