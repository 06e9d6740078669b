package dev.voxpop.instrument.text;

import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.experiment.TextStyle;
import dev.voxpop.instrument.format.BlockWriter;
import dev.voxpop.instrument.format.Line;
import dev.voxpop.instrument.format.Phrases;
import dev.voxpop.instrument.format.Preceding;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.format.RoleWords;
import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.instrument.item.Item;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.DemographicOption;
import dev.voxpop.instrument.wave.Wave;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one builder of trait texts: equal input gives equal bytes for baselines, primed stories and
 * appended traits.
 *
 * <p>The order of the traits is a seeded permutation of the whole list; traits whose value is
 * missing, refused, or not in the wave are left out afterwards, so a missing value moves no other
 * trait. Formats without role words fall back to question and answer, since a told answer needs its
 * label.
 */
public final class TraitTexts {
  private final Wave wave;
  private final List<String> traits;
  private final BlockWriter blocks;
  private final RoleWords words;

  private TraitTexts(Wave wave, List<String> traits, PromptFormat format, Set<Line> lines) {
    PromptFormat labelled = labelled(format);
    this.wave = wave;
    this.traits = List.copyOf(traits);
    this.blocks = BlockWriter.of(labelled, wave.phrases(), lines);
    this.words = wave.phrases().roleWords(labelled.roles()).orElseThrow();
  }

  /** A builder for the given traits of a wave. */
  public static TraitTexts of(
      Wave wave, List<String> traits, PromptFormat format, Set<Line> lines) {
    return new TraitTexts(wave, traits, format, lines);
  }

  /**
   * The text of a respondent's traits; empty when no trait can be told.
   *
   * @param style how traits are told
   * @param codes the respondent's raw codes by trait
   * @param seed seed of the order of traits
   */
  public String text(TextStyle style, Map<String, Integer> codes, long seed) {
    List<Told> told =
        DisplayOrder.shuffled(traits.size(), seed).arrange(traits).stream()
            .flatMap(trait -> told(trait, codes).stream())
            .toList();
    return switch (style) {
      case NONE -> "";
      case QA -> join(told.stream().map(this::multipleChoice).toList());
      case QA_FREEFORM -> join(told.stream().map(this::inWords).toList());
      case BIO -> bio(told);
      case PORTRAY -> portray(told);
    };
  }

  /** The passage with the trait text after a blank line. */
  public static String append(String passage, String traitText) {
    String stripped = passage.strip();
    if (traitText.isEmpty() || stripped.isEmpty()) {
      return stripped + traitText;
    }
    return stripped + "\n\n" + traitText;
  }

  private Optional<Told> told(String trait, Map<String, Integer> codes) {
    Optional<Integer> code = Optional.ofNullable(codes.get(trait));
    return wave.demographic(trait)
        .flatMap(
            demographic ->
                code.flatMap(demographic::option).map(option -> new Told(demographic, option)));
  }

  private String multipleChoice(Told told) {
    Item item = told.demographic().item();
    String block = blocks.block(item, item.ownOrder(), Preceding.NOTHING);
    int position = told.demographic().options().indexOf(told.option());
    return blocks.answered(block, blocks.format().markAt(position));
  }

  private String inWords(Told told) {
    return words.askerLabel()
        + " "
        + told.demographic().text()
        + "\n\n"
        + words.answererLabel()
        + " "
        + told.option().text();
  }

  private String bio(List<Told> told) {
    Phrases phrases = wave.phrases();
    String sentences =
        told.stream().flatMap(one -> one.option().bio().stream()).collect(Collectors.joining(" "));
    if (sentences.isEmpty()) {
      return "";
    }
    return words.askerLabel()
        + " "
        + phrases.bioIntro()
        + "\n\n"
        + words.answererLabel()
        + " "
        + sentences;
  }

  private String portray(List<Told> told) {
    if (told.isEmpty()) {
      return "";
    }
    String facts =
        told.stream()
            .map(one -> one.demographic().topic() + ": " + one.option().portray())
            .collect(Collectors.joining("\n"));
    return wave.phrases().portrayIntro() + "\n" + facts;
  }

  private static String join(List<String> blocks) {
    return String.join("\n\n", blocks);
  }

  private static PromptFormat labelled(PromptFormat format) {
    return format.roles() == Roles.NONE
        ? new PromptFormat(format.symbol(), format.bracket(), Roles.QUESTION_ANSWER, format.mode())
        : format;
  }

  private record Told(Demographic demographic, DemographicOption option) {}
}
