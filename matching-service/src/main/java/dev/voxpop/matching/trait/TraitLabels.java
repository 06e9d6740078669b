package dev.voxpop.matching.trait;

import java.util.HashSet;
import java.util.List;

/**
 * The labels to which the persona options and the human codes of one trait are both mapped, in
 * declared order.
 *
 * @param trait id of the trait
 * @param labels distinct labels; a position in this list is a label's index
 */
public record TraitLabels(String trait, List<String> labels) {

  public TraitLabels {
    labels = List.copyOf(labels);
    if (trait.isBlank()) {
      throw new IllegalArgumentException("A trait has no name.\nMaybe a column header is empty?");
    }
    if (labels.isEmpty() || new HashSet<>(labels).size() != labels.size()) {
      throw new IllegalArgumentException(
          "Trait \"%s\" needs distinct labels, found %s.\nMaybe a label is listed twice?"
              .formatted(trait, labels));
    }
  }

  /** Returns how many labels the trait has. */
  public int size() {
    return labels.size();
  }

  /** Returns the index of a declared label and refuses an unknown one. */
  public int indexOf(String label) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException(
          "Trait \"%s\" has no label \"%s\".\nMaybe it is one of %s?"
              .formatted(trait, label, labels));
    }
    return index;
  }
}
