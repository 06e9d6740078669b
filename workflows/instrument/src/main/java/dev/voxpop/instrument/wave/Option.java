package dev.voxpop.instrument.wave;

import dev.voxpop.instrument.item.Alias;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A substantive option of a scale.
 *
 * @param code what is stored; unique within a question
 * @param text what is shown; empty while the wording is not filled
 * @param aliases further texts that count as this option
 * @param position place on an ordinal scale; empty on a nominal one
 */
public record Option(int code, String text, List<Alias> aliases, OptionalDouble position) {
  public Option {
    Objects.requireNonNull(text);
    Objects.requireNonNull(position);
    aliases = List.copyOf(aliases);
  }

  /** The code as events, exports and JSON write it. */
  public String wireCode() {
    return Integer.toString(code);
  }
}
