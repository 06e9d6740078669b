package dev.voxpop.backstory.activity;

import dev.voxpop.backstory.slot.SlotEnd.Winner;
import dev.voxpop.backstory.store.Slot;
import dev.voxpop.backstory.store.StoryRecord;
import dev.voxpop.backstory.writing.PromptFile;
import dev.voxpop.backstory.writing.StoryLayout;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.identity.Sha256;
import dev.voxpop.hosting.Json;
import dev.voxpop.languagemodel.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stories as they are kept: id, passage and how they came about. */
@ApplicationScoped
public class StoryRows {

  private static final int CHARACTERS_A_TOKEN = 4;

  private final PoolRules rules;

  /** Stories by the rules of their pools. */
  @Inject
  public StoryRows(PoolRules rules) {
    this.rules = rules;
  }

  /**
   * How a story came about.
   *
   * @param prompts hash of every fixed text, by id
   * @param usage tokens of the winning request, all its candidates together
   * @param logprob sum of the story's log-probabilities; null when not available
   */
  record Provenance(
      String pool,
      int slot,
      String text,
      SortedMap<String, String> prompts,
      String question,
      @Nullable String preamble,
      int preambleAttempts,
      String alias,
      String model,
      double temperature,
      double topP,
      int maxTokens,
      int seed,
      int round,
      int candidate,
      String finish,
      Usage usage,
      @Nullable Double logprob,
      Map<String, Integer> codes) {}

  /** The id of the story that fills a slot. */
  static String id(String pool, int slot) {
    return "b-" + Sha256.shortHex(pool, Integer.toString(slot));
  }

  /** The row of a slot's story. */
  StoryRecord row(PoolSpec spec, Slot slot, Winner winner, int ordinal) {
    return new StoryRecord(
        ordinal,
        id(spec.pool(), slot.slot()),
        passage(spec, winner),
        slot.respondent(),
        Math.ceilDiv(winner.text().length(), CHARACTERS_A_TOKEN),
        Json.write(provenance(spec, slot, winner)));
  }

  private String passage(PoolSpec spec, Winner winner) {
    StoryLayout layout = rules.layout(spec);
    String asked = rules.wording().preamble().text();
    Optional<String> kept =
        Optional.ofNullable(winner.preamble())
            .filter(answer -> rules.drawing(spec).keepPreamble())
            .map(answer -> layout.exchange(asked, answer));
    return layout.passage(kept, rules.question(spec), winner.text());
  }

  private SortedMap<String, String> prompts() {
    SortedMap<String, String> prompts = new TreeMap<>();
    for (PromptFile file : rules.wording().files()) {
      prompts.put(file.id(), file.sha256());
    }
    return prompts;
  }

  // As long as the record has components.
  private Provenance provenance(PoolSpec spec, Slot slot, Winner winner) {
    return new Provenance(
        spec.pool(),
        slot.slot(),
        winner.text(),
        prompts(),
        rules.question(spec),
        winner.preamble(),
        winner.preambleAttempts(),
        spec.models().stories(),
        winner.model(),
        1.0,
        1.0,
        rules.drawing(spec).maxTokens(),
        winner.seed(),
        winner.round(),
        winner.candidate(),
        winner.finish().name(),
        winner.usage(),
        winner.logprob(),
        slot.codes());
  }
}
