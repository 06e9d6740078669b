package dev.voxpop.simulator.society;

import dev.voxpop.simulator.trait.Trait;
import java.util.List;

/**
 * A demographic question put to a panel: the trait it asks for and its answering options, refusals
 * left out.
 */
public record PanelTrait(String id, Trait trait, List<String> options) {
  public PanelTrait {
    options = List.copyOf(options);
    if (options.isEmpty()) {
      throw new IllegalArgumentException(
          "Trait question " + id + " has no options.\nMaybe only refusals are left.");
    }
  }
}
