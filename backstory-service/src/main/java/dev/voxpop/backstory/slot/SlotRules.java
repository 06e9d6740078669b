package dev.voxpop.backstory.slot;

import dev.voxpop.backstory.writing.StoryLayout;
import dev.voxpop.contracts.experiment.PoolChoice.Gates;
import dev.voxpop.contracts.identity.Seed;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import java.util.Optional;

/**
 * The rules by which all slots of a pool are filled.
 *
 * @param candidates completions that one round may draw
 * @param rounds most rounds a slot
 * @param judgeText instructions and worked examples of the judge
 */
public record SlotRules(
    String pool,
    Seed seed,
    StoryLayout layout,
    Optional<Preamble> preamble,
    int candidates,
    int rounds,
    Gates gates,
    int maxTokens,
    ModelFacts writer,
    ModelFacts judge,
    String judgeText) {

  /** The exchange before the open question: {@code attempts} answers may be drawn. */
  public record Preamble(String question, AcceptedWord accepted, int attempts) {}

  int seedOf(CallKey key) {
    return seed.forProvider("pool/" + pool + "/" + key.path() + "/draw/" + key.draw());
  }
}
