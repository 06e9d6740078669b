package dev.voxpop.simulator.trait;

/** The highest schooling a person has finished, from least to most. */
public enum Education {
  LESS_THAN_HIGH_SCHOOL,
  HIGH_SCHOOL,
  SOME_COLLEGE,
  ASSOCIATE,
  BACHELOR,
  PROFESSIONAL,
  MASTER,
  DOCTORAL
}
