package dev.voxpop.backstory.activity;

import dev.voxpop.backstory.config.BackstoryConfig;
import dev.voxpop.backstory.config.WaveCatalogue;
import dev.voxpop.backstory.priming.PrimePrompt;
import dev.voxpop.backstory.slot.AcceptedWord;
import dev.voxpop.backstory.slot.SlotRules;
import dev.voxpop.backstory.store.Slot;
import dev.voxpop.backstory.writing.StoryLayout;
import dev.voxpop.backstory.writing.Wording;
import dev.voxpop.contracts.experiment.PoolChoice.Gates;
import dev.voxpop.contracts.experiment.PoolChoice.Generate;
import dev.voxpop.contracts.experiment.PoolChoice.Prime;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.identity.Seed;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.languagemodel.Models;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/** What a pool's specification means for its slots. */
@ApplicationScoped
public class PoolRules {

  private static final Gates NO_GATES = new Gates(0, false, false, false, false);
  private static final int PRIME_ROUNDS = 10;
  private static final int PRIME_TOKENS = 1500;

  private final BackstoryConfig config;
  private final Wording wording;
  private final WaveCatalogue waves;
  private final Models models;

  /** Rules by configuration. */
  @Inject
  public PoolRules(BackstoryConfig config, Wording wording, WaveCatalogue waves, Models models) {
    this.config = config;
    this.wording = wording;
    this.waves = waves;
    this.models = models;
  }

  /** How stories are drawn and checked. */
  Generate drawing(PoolSpec spec) {
    Generate chosen = spec.source().generate();
    return chosen == null
        ? new Generate(spec.stories(), 1, PRIME_ROUNDS, NO_GATES, false, false, PRIME_TOKENS)
        : chosen;
  }

  /** The rules of all slots. */
  SlotRules slots(PoolSpec spec) {
    Generate drawing = drawing(spec);
    return new SlotRules(
        spec.pool(),
        new Seed(spec.seed()),
        layout(spec),
        preamble(drawing),
        drawing.candidates(),
        drawing.rounds(),
        drawing.gates(),
        drawing.maxTokens(),
        models.byAlias(spec.models().stories()).facts(),
        models.byAlias(spec.models().judge()).facts(),
        wording.judge().text());
  }

  /** The prompt of a slot's story. */
  Function<Slot, String> prompts(PoolSpec spec) {
    Prime prime = spec.source().prime();
    if (prime == null) {
      String prompt = layout(spec).prompt("", question(spec));
      return slot -> prompt;
    }
    Seed seed = new Seed(spec.seed());
    PrimePrompt primed = PrimePrompt.of(prime, wave(spec), PromptFormat.of(spec.format()), wording);
    String path = "pool/" + spec.pool() + "/traits/";
    return slot -> primed.prompt(slot.codes(), seed.derive(path + slot.respondent()));
  }

  /** The open question before every story. */
  String question(PoolSpec spec) {
    return spec.source().prime() == null ? wording.openQuestion() : wording.prime().text();
  }

  /** Role words and blocks. */
  StoryLayout layout(PoolSpec spec) {
    return new StoryLayout(wording.rolesFor(spec.format().roles()));
  }

  Wording wording() {
    return wording;
  }

  /** The wave of a primed pool's respondents, as it was when the experiment was admitted. */
  Wave wave(PoolSpec spec) {
    SampleSpec sample = spec.sample();
    if (sample == null) {
      throw Failures.of(
          FailureType.MISSING_DATA,
          "Pool %s is primed without a sample.\nMaybe the document names none."
              .formatted(spec.name()));
    }
    return waves
        .find(sample.wave())
        .filter(wave -> wave.provenance().contentHash().equals(sample.waveHash()))
        .orElseThrow(
            () ->
                Failures.of(
                    FailureType.MISSING_DATA,
                    "There is no wave %s with hash %s here.\nMaybe its file was changed or is missing on this machine."
                        .formatted(sample.wave(), sample.waveHash())));
  }

  private Optional<SlotRules.Preamble> preamble(Generate drawing) {
    String question = wording.preamble().text();
    if (!drawing.preamble() || question.isBlank()) {
      return Optional.empty();
    }
    AcceptedWord accepted = AcceptedWord.of(config.preamble().accepts());
    return Optional.of(new SlotRules.Preamble(question, accepted, config.preamble().maxAttempts()));
  }
}
