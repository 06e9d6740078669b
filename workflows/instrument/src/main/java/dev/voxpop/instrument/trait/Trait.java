package dev.voxpop.instrument.trait;

import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.instrument.item.Item;
import dev.voxpop.instrument.item.ItemOption;
import dev.voxpop.instrument.item.OptionRole;
import dev.voxpop.instrument.item.Permutations;
import dev.voxpop.instrument.item.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A demographic question as it is asked of a story.
 *
 * @param id stable name
 * @param quantity what numbers count, on numeric traits
 * @param question the question
 * @param wordings question texts for orders that need their own
 * @param options substantive options
 * @param refusal text of the option that closes the list
 * @param protection whether a reader model may infer it
 * @param reader what a reader model is asked; empty when none is
 * @param permutations orders in which the substantive options may be shown
 * @param followUps traits asked after certain answers
 * @param sha256 hash of the file's content, 64 hex digits
 */
public record Trait(
    String id,
    Optional<Quantity> quantity,
    String question,
    Map<DisplayOrder, String> wordings,
    List<TraitOption> options,
    String refusal,
    Protection protection,
    Optional<Reader> reader,
    Permutations permutations,
    List<FollowUp> followUps,
    String sha256) {
  /** Key of the refusal option. */
  public static final String REFUSAL = "refusal";

  public Trait {
    Objects.requireNonNull(id);
    Objects.requireNonNull(quantity);
    Objects.requireNonNull(question);
    Objects.requireNonNull(refusal);
    Objects.requireNonNull(permutations);
    Objects.requireNonNull(sha256);
    wordings = Map.copyOf(wordings);
    options = List.copyOf(options);
    followUps = List.copyOf(followUps);
    if (protection == Protection.PROTECTED && reader.isPresent()) {
      throw new IllegalArgumentException(
          "Trait %s is protected and has a reader question.\nMaybe take the reader question out."
              .formatted(id));
    }
  }

  /** The survey question: substantive options, then the refusal. */
  public Item item() {
    List<ItemOption> shown = shown();
    shown.add(ItemOption.refusal(REFUSAL, refusal));
    return item(question, shown, permutations, wordings);
  }

  /** The survey question without its refusal option. */
  public Item itemWithoutRefusal() {
    return item(question, shown(), permutations, wordings);
  }

  /** The reader's question: substantive options, then "not mentioned"; empty without reader. */
  public Optional<Item> readerItem() {
    return reader.map(
        asked -> {
          List<ItemOption> shown = shown();
          shown.add(
              new ItemOption(
                  Reader.NOT_MENTIONED,
                  asked.notMentioned(),
                  List.of(),
                  OptionRole.NOT_MENTIONED,
                  Optional.empty()));
          return item(asked.question(), shown, Permutations.none(), Map.of());
        });
  }

  /** The option of a name, or empty. */
  public Optional<TraitOption> option(String name) {
    return options.stream().filter(option -> option.name().equals(name)).findFirst();
  }

  /** Option names in file order. */
  public List<String> optionNames() {
    return options.stream().map(TraitOption::name).toList();
  }

  private List<ItemOption> shown() {
    return new ArrayList<>(options.stream().map(TraitOption::shown).toList());
  }

  private Item item(
      String text,
      List<ItemOption> shown,
      Permutations orders,
      Map<DisplayOrder, String> orderedTexts) {
    return new Item(id, text, shown, quantity, orders, orderedTexts);
  }
}
