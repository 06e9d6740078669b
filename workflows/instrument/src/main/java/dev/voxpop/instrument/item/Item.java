package dev.voxpop.instrument.item;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A question with its options, ready to be shown and read; survey questions, demographics, traits
 * and reader questions all become items.
 *
 * <p>An option's <em>original index</em> is its place in {@link #options()}. Substantive options
 * come first in the questionnaire's order; shown refusals and "not mentioned" close the list and
 * keep their place under every permutation.
 *
 * @param id stable name of what is asked
 * @param text the question
 * @param options all options that are shown
 * @param quantity what numbers in an answer count, on numeric items
 * @param permutations orders in which the substantive options may be shown
 * @param wordings question texts for orders that need their own; keys cover the substantive options
 */
public record Item(
    String id,
    String text,
    List<ItemOption> options,
    Optional<Quantity> quantity,
    Permutations permutations,
    Map<DisplayOrder, String> wordings) {
  public Item {
    Objects.requireNonNull(id);
    Objects.requireNonNull(text);
    Objects.requireNonNull(quantity);
    Objects.requireNonNull(permutations);
    options = List.copyOf(options);
    wordings = Map.copyOf(wordings);
    requireDistinctKeys(id, options);
    requireSubstantiveFirst(id, options);
  }

  /** An item without numbers and with one wording. */
  public static Item of(
      String id, String text, List<ItemOption> options, Permutations permutations) {
    return new Item(id, text, options, Optional.empty(), permutations, Map.of());
  }

  /** Number of options shown. */
  public int size() {
    return options.size();
  }

  /** Number of options that are values of the scale. */
  public int substantiveCount() {
    return (int) options.stream().filter(o -> o.role() == OptionRole.SUBSTANTIVE).count();
  }

  /** The option of an original index. */
  public ItemOption option(int originalIndex) {
    return options.get(originalIndex);
  }

  /** Original index of the option with this key, or empty. */
  public Optional<Integer> indexOf(String key) {
    return IntStream.range(0, size())
        .filter(i -> options.get(i).key().equals(key))
        .boxed()
        .findFirst();
  }

  /** All allowed orders of all shown options; the first one is the identity unless excluded. */
  public List<DisplayOrder> orders() {
    return permutations.orders(substantiveCount()).stream()
        .map(order -> order.extendedTo(size()))
        .toList();
  }

  /** The order that a uniform draw picks from {@link #orders()}. */
  public DisplayOrder drawOrder(long bits) {
    return permutations.draw(substantiveCount(), bits).extendedTo(size());
  }

  /** The options in the questionnaire's own order. */
  public DisplayOrder ownOrder() {
    return DisplayOrder.identity(size());
  }

  /** The question as worded for an order of all shown options. */
  public String text(DisplayOrder order) {
    return wordings.getOrDefault(order.shortenedTo(substantiveCount()), text);
  }

  private static void requireDistinctKeys(String id, List<ItemOption> options) {
    Set<String> seen = new HashSet<>();
    for (ItemOption option : options) {
      if (!seen.add(option.key())) {
        throw new IllegalArgumentException(
            "Item %s has two options with key %s.\nMaybe give one of them another code."
                .formatted(id, option.key()));
      }
    }
  }

  private static void requireSubstantiveFirst(String id, List<ItemOption> options) {
    for (int i = 1; i < options.size(); i++) {
      if (options.get(i).role() == OptionRole.SUBSTANTIVE
          && options.get(i - 1).role() != OptionRole.SUBSTANTIVE) {
        throw new IllegalArgumentException(
            "Item %s shows %s after a refusal.\nMaybe put refusals last."
                .formatted(id, options.get(i).key()));
      }
    }
  }
}
