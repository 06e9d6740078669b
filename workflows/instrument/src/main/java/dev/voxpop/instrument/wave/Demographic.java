package dev.voxpop.instrument.wave;

import dev.voxpop.instrument.item.Item;
import dev.voxpop.instrument.item.ItemOption;
import dev.voxpop.instrument.item.Permutations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A demographic of the human side, paired with a trait of the persona side.
 *
 * @param trait id of the trait it pairs with; unique in the wave
 * @param topic what it is about, in a word
 * @param column column of the human data
 * @param text question as the humans were asked
 * @param labels common categories of both sides, in order
 * @param options substantive codes
 * @param refusals codes that mean refused
 * @param persona map of the persona's options to labels, or empty when the trait cannot be matched
 */
public record Demographic(
    String trait,
    String topic,
    String column,
    String text,
    List<String> labels,
    List<DemographicOption> options,
    List<Refusal> refusals,
    Optional<PersonaMap> persona) {
  public Demographic {
    Objects.requireNonNull(trait);
    Objects.requireNonNull(topic);
    Objects.requireNonNull(column);
    Objects.requireNonNull(text);
    Objects.requireNonNull(persona);
    labels = List.copyOf(labels);
    options = List.copyOf(options);
    refusals = List.copyOf(refusals);
  }

  /** The substantive option of a code, or empty. */
  public Optional<DemographicOption> option(int code) {
    return options.stream().filter(option -> option.code() == code).findFirst();
  }

  /** The common category of a code; empty when missing, refused or mapped to none. */
  public Optional<String> label(int code) {
    return option(code).flatMap(DemographicOption::label);
  }

  /** Whether the code is a declared refusal. */
  public boolean isRefusal(int code) {
    return refusals.stream().anyMatch(refusal -> refusal.code() == code);
  }

  /** Whether the code is declared at all. */
  public boolean declares(int code) {
    return isRefusal(code) || option(code).isPresent();
  }

  /** The demographic as it is shown: the human variable's substantive options in file order. */
  public Item item() {
    List<ItemOption> shown =
        options.stream()
            .map(o -> ItemOption.substantive(Integer.toString(o.code()), o.text(), o.aliases()))
            .toList();
    return Item.of(trait, text, shown, Permutations.none());
  }
}
