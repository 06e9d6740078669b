package dev.voxpop.instrument.wave;

import dev.voxpop.instrument.item.Alias;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A substantive code of a demographic.
 *
 * @param label common category, or empty when the code maps to none
 * @param bio first-person sentence, or empty when the trait is left out of bio texts for this code
 * @param portray value in portray texts
 */
public record DemographicOption(
    int code,
    String text,
    List<Alias> aliases,
    Optional<String> label,
    Optional<String> bio,
    String portray) {
  public DemographicOption {
    Objects.requireNonNull(text);
    Objects.requireNonNull(label);
    Objects.requireNonNull(bio);
    Objects.requireNonNull(portray);
    aliases = List.copyOf(aliases);
  }
}
