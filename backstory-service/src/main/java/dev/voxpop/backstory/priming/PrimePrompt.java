package dev.voxpop.backstory.priming;

import dev.voxpop.backstory.writing.StoryLayout;
import dev.voxpop.backstory.writing.Wording;
import dev.voxpop.contracts.experiment.PoolChoice.Prime;
import dev.voxpop.contracts.experiment.TextStyle;
import dev.voxpop.instrument.format.Line;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.text.TraitTexts;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Wave;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The prompt of a story that is written for one respondent, from that person's own codes. */
public final class PrimePrompt {

  private final Prime prime;
  private final TraitTexts texts;
  private final Wording wording;
  private final StoryLayout layout;

  private PrimePrompt(Prime prime, TraitTexts texts, Wording wording, StoryLayout layout) {
    this.prime = prime;
    this.texts = texts;
    this.wording = wording;
    this.layout = layout;
  }

  /** A prompt maker for the respondents of one wave. */
  public static PrimePrompt of(Prime prime, Wave wave, PromptFormat format, Wording wording) {
    TraitTexts texts = TraitTexts.of(wave, prime.traits(), format, Set.of(Line.FORCING));
    StoryLayout layout = new StoryLayout(wording.rolesFor(format.roles()));
    return new PrimePrompt(prime, texts, wording, layout);
  }

  /**
   * The prompt for a respondent.
   *
   * @param codes raw codes by trait
   * @param seed seed of the order of traits
   */
  public String prompt(Map<String, Integer> codes, long seed) {
    String traits = texts.text(prime.style(), codes, seed);
    boolean announced = prime.style() == TextStyle.QA && !traits.isEmpty();
    String before = announced ? wording.announcement().text() + "\n\n" + traits : traits;
    return layout.prompt(before, wording.prime().text());
  }

  /** The columns of the human data that hold the traits, in the order of the traits. */
  public static List<String> columns(Wave wave, Collection<String> traits) {
    return traits.stream()
        .flatMap(trait -> wave.demographic(trait).stream())
        .map(Demographic::column)
        .distinct()
        .toList();
  }

  /** Codes by trait from codes by column; traits without a code are absent. */
  public static Map<String, Integer> byTrait(
      Wave wave, Collection<String> traits, Map<String, Integer> byColumn) {
    Map<String, Integer> codes = new LinkedHashMap<>();
    for (String trait : traits) {
      wave.demographic(trait)
          .map(Demographic::column)
          .map(byColumn::get)
          .ifPresent(code -> codes.put(trait, code));
    }
    return codes;
  }
}
