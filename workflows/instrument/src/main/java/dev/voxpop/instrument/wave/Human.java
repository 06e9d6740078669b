package dev.voxpop.instrument.wave;

import java.util.Objects;
import java.util.Optional;

/**
 * How the human data of a wave are laid out.
 *
 * @param key column that is unique per respondent
 * @param weight column of the survey weight; all 1 when empty
 */
public record Human(String key, Optional<String> weight, UnknownCodes unknownCodes) {
  public Human {
    Objects.requireNonNull(key);
    Objects.requireNonNull(weight);
    Objects.requireNonNull(unknownCodes);
  }
}
