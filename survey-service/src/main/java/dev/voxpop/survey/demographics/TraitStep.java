package dev.voxpop.survey.demographics;

import dev.voxpop.instrument.item.DisplayOrder;

/**
 * A planned request about one trait of a story.
 *
 * @param trait index of the trait
 * @param firstDraw number of its first draw
 * @param draws draws that it asks for
 * @param order how the options are shown
 */
record TraitStep(int trait, Kind kind, int firstDraw, int draws, DisplayOrder order) {
  /** How a request finds something out. */
  enum Kind {
    /** A reader model looks into the story. */
    READER,
    /** The story is continued with answers. */
    SAMPLED,
    /** The story is continued with one token, whose log-probabilities are read. */
    LOGPROB
  }
}
