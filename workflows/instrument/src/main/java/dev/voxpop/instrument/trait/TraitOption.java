package dev.voxpop.instrument.trait;

import dev.voxpop.instrument.item.Alias;
import dev.voxpop.instrument.item.Band;
import dev.voxpop.instrument.item.ItemOption;
import dev.voxpop.instrument.item.OptionRole;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A substantive option of a trait.
 *
 * @param name stable name, used by persona maps and filters
 * @param text what is shown
 * @param aliases further texts that count as this option
 * @param band the numbers it stands for, on numeric traits
 */
public record TraitOption(String name, String text, List<Alias> aliases, Optional<Band> band) {
  public TraitOption {
    Objects.requireNonNull(name);
    Objects.requireNonNull(text);
    Objects.requireNonNull(band);
    aliases = List.copyOf(aliases);
  }

  ItemOption shown() {
    return new ItemOption(name, text, aliases, OptionRole.SUBSTANTIVE, band);
  }
}
