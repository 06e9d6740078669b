package dev.voxpop.matching.store;

import dev.voxpop.matching.pairing.PairedRespondent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pair with all its columns as it is stored and shown.
 *
 * @param status as printed in tables and files
 * @param story null unless matched
 * @param logWeight natural logarithm of the weight; −∞ for weight 0
 * @param rank 1 + number of stories with a larger weight; 0 unless matched
 * @param bestWeight largest weight of any story for the person
 * @param ratio weight ÷ best weight
 * @param ties stories that share the best weight
 * @param reuse people who share the story
 * @param traits factors and labels per trait; empty for filtered people
 */
public record StoredPair(
    String respondent,
    String status,
    @Nullable String story,
    double weight,
    double logWeight,
    int rank,
    double bestWeight,
    double ratio,
    int ties,
    int reuse,
    List<PairedRespondent.Trait> traits) {

  public StoredPair {
    traits = List.copyOf(traits);
  }
}
