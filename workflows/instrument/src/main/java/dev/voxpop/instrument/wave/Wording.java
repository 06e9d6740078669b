package dev.voxpop.instrument.wave;

/** Whose words a wave's questions are. */
public enum Wording {
  /** Question and option texts are in the file. */
  OWN,
  /** Question and option texts come from the user's own copy, by overlay. */
  USER_SUPPLIED
}
