package dev.voxpop.instrument.wave;

import dev.voxpop.instrument.item.Item;
import dev.voxpop.instrument.item.ItemOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A question of a wave.
 *
 * @param id letters, digits and underscore; unique in the wave
 * @param column column of the human data
 * @param topic what it is about, in a word
 * @param intro words before the question, such as the stem of a battery
 * @param text the question; empty while the wording is not filled
 * @param scale its options
 * @param keying direction of its wording
 * @param askIf condition under which it is asked
 * @param block questions of one block stay together when order is randomised
 */
public record Question(
    String id,
    String column,
    String topic,
    Optional<String> intro,
    String text,
    Scale scale,
    Keying keying,
    Optional<Condition> askIf,
    Optional<String> block) {
  public Question {
    Objects.requireNonNull(id);
    Objects.requireNonNull(column);
    Objects.requireNonNull(topic);
    Objects.requireNonNull(intro);
    Objects.requireNonNull(text);
    Objects.requireNonNull(scale);
    Objects.requireNonNull(keying);
    Objects.requireNonNull(askIf);
    Objects.requireNonNull(block);
  }

  /** The question as it is shown and read: substantive options, then shown refusals. */
  public Item item() {
    List<ItemOption> shown = new ArrayList<>();
    for (Option option : scale.options()) {
      shown.add(ItemOption.substantive(option.wireCode(), option.text(), option.aliases()));
    }
    for (Refusal refusal : scale.refusals()) {
      if (refusal.visibility() == Refusal.Visibility.SHOWN) {
        shown.add(ItemOption.refusal(Integer.toString(refusal.code()), refusal.text()));
      }
    }
    String asked = intro.map(words -> words + " " + text).orElse(text);
    return Item.of(id, asked, shown, scale.permutations());
  }
}
