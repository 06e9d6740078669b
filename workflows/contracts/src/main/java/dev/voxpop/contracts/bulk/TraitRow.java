package dev.voxpop.contracts.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the demographic survey found for one story and trait. {@code GET
 * /survey/pools/{pool}/traits/{traitKey}}, in order of story, then trait.
 *
 * @param counts draws per option of the trait file, refusal option last
 * @param unreadable draws that were neither valid nor refused
 * @param draws recorded draws
 * @param probabilities per substantive option; null = undetermined
 * @param source {@code reader}, {@code sampled} or {@code logprob}
 */
public record TraitRow(
    String story,
    String trait,
    List<Integer> counts,
    int unreadable,
    int draws,
    @Nullable List<Double> probabilities,
    String source) {

  /** Copies the lists. */
  public TraitRow {
    counts = List.copyOf(counts);
    probabilities = probabilities == null ? null : List.copyOf(probabilities);
  }
}
