package dev.voxpop.instrument.item;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One option of an item as it is shown and read.
 *
 * @param key stable name: the code as text in a wave, the option's name in a trait
 * @param text what is shown
 * @param aliases further texts that count as this option
 * @param role what choosing it means
 * @param band the numbers it stands for, on numeric items
 */
public record ItemOption(
    String key, String text, List<Alias> aliases, OptionRole role, Optional<Band> band) {
  public ItemOption {
    Objects.requireNonNull(key);
    Objects.requireNonNull(text);
    Objects.requireNonNull(role);
    Objects.requireNonNull(band);
    aliases = List.copyOf(aliases);
  }

  /** A substantive option without numbers. */
  public static ItemOption substantive(String key, String text, List<Alias> aliases) {
    return new ItemOption(key, text, aliases, OptionRole.SUBSTANTIVE, Optional.empty());
  }

  /** A refusal option. */
  public static ItemOption refusal(String key, String text) {
    return new ItemOption(key, text, List.of(), OptionRole.REFUSAL, Optional.empty());
  }
}
