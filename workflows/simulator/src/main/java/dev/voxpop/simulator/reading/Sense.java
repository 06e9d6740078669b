package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.question.Item;
import dev.voxpop.simulator.trait.TraitOptions;
import java.util.List;

/** What a question with options is about: a trait, or an opinion. Places are displayed places. */
public sealed interface Sense {
  /** The displayed places of the options that do not answer. */
  List<Integer> refusals();

  /** A question about a trait. */
  record AboutTrait(TraitOptions options, List<Integer> refusals) implements Sense {
    public AboutTrait {
      refusals = List.copyOf(refusals);
    }
  }

  /** A question about an opinion; {@code places} are the displayed places of the item's options. */
  record AboutOpinion(Item item, List<Integer> places, List<Integer> refusals) implements Sense {
    public AboutOpinion {
      places = List.copyOf(places);
      refusals = List.copyOf(refusals);
    }
  }

  /** No option answers anything. */
  record Nothing(List<Integer> refusals) implements Sense {
    public Nothing {
      refusals = List.copyOf(refusals);
    }
  }
}
