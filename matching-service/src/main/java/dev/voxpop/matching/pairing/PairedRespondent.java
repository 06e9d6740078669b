package dev.voxpop.matching.pairing;

import dev.voxpop.matching.assignment.PairStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one person.
 *
 * @param story the story found; null unless matched
 * @param logWeight natural logarithm of the weight; −∞ for weight 0
 * @param rank 1 + number of stories with a larger weight; 0 unless matched
 * @param bestWeight largest weight of any story for the person
 * @param ratio weight ÷ best weight
 * @param ties stories that share the best weight
 * @param reuse people who share the story
 * @param traits factors and labels per trait; empty for filtered people
 */
public record PairedRespondent(
    String respondent,
    PairStatus status,
    @Nullable String story,
    double weight,
    double logWeight,
    int rank,
    double bestWeight,
    double ratio,
    int ties,
    int reuse,
    List<Trait> traits) {

  public PairedRespondent {
    traits = List.copyOf(traits);
  }

  /**
   * One trait of a pair.
   *
   * @param factor the trait's factor in the weight; null when the person's value is missing
   * @param respondentLabel null when missing
   * @param storyLabel modal label of the story; null when there is no story
   */
  public record Trait(
      String trait,
      @Nullable Double factor,
      @Nullable String respondentLabel,
      @Nullable String storyLabel) {}

  /** Returns the row of a person whom a filter kept out. */
  public static PairedRespondent excluded(String respondent) {
    return new PairedRespondent(
        respondent,
        PairStatus.EXCLUDED_FILTER,
        null,
        0,
        Double.NEGATIVE_INFINITY,
        0,
        0,
        0,
        0,
        0,
        List.of());
  }
}
