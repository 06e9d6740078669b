package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.attitude.AttitudeBelief;
import dev.voxpop.simulator.chance.BoundedCache;
import dev.voxpop.simulator.chance.Keys;
import dev.voxpop.simulator.society.Society;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns what stands before a question into a belief. The belief after the passage is kept by the
 * hash of its text, so the second question of a series costs only the updates by its earlier
 * answers. Thread-safe.
 */
public final class BeliefReader {
  private static final int PASSAGES = 20_000;

  private final ClueReader reader;
  private final TraitInference inference;
  private final BoundedCache<Belief> passages = BoundedCache.of(PASSAGES);
  private final BoundedCache<List<Clue>> exchanges = BoundedCache.of(65_536);

  private BeliefReader(ClueReader reader, TraitInference inference) {
    this.reader = reader;
    this.inference = inference;
  }

  /** A reader for a society. */
  public static BeliefReader of(Society society, Senses senses) {
    return new BeliefReader(ClueReader.of(senses), TraitInference.of(society));
  }

  /** The belief after these parts. */
  public Belief believe(List<Part> parts) {
    List<Part> passage = new ArrayList<>();
    List<Clue.Answered> answers = new ArrayList<>();
    long key = 7;
    for (Part part : parts) {
      List<Clue> clues = part instanceof Part.Exchange exchange ? clues(exchange) : List.of();
      if (clues.size() == 1 && clues.getFirst() instanceof Clue.Answered answered) {
        answers.add(answered);
      } else {
        passage.add(part);
        key = key(key, part);
      }
    }
    Belief belief = passages.get(key, () -> read(passage));
    AttitudeBelief attitudes = belief.attitudes();
    for (Clue.Answered answer : answers) {
      attitudes = answer.apply(attitudes);
    }
    return belief.withAttitudes(attitudes);
  }

  private Belief read(List<Part> passage) {
    List<Clue> clues = passage.stream().flatMap(part -> reader.clues(part).stream()).toList();
    Belief belief = inference.infer(clues);
    AttitudeBelief attitudes = belief.attitudes();
    for (Clue clue : clues) {
      attitudes = clue instanceof Clue.Opinion opinion ? opinion.apply(attitudes) : attitudes;
    }
    return belief.withAttitudes(attitudes);
  }

  private List<Clue> clues(Part.Exchange exchange) {
    return exchanges.get(key(8, exchange), () -> reader.clues(exchange));
  }

  private static long key(long seed, Part part) {
    return switch (part) {
      case Part.Prose prose -> Keys.of(seed, prose.text());
      case Part.Exchange exchange -> {
        long key = Keys.of(Keys.of(seed, exchange.question().text()), exchange.answer());
        for (String option : exchange.question().options()) {
          key = Keys.of(key, option);
        }
        yield Keys.of(key, exchange.question().style().mark(0));
      }
    };
  }
}
