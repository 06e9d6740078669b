package dev.voxpop.contracts.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the stories of a pool come from: exactly one of the first three is present. */
public record PoolChoice(
    @Nullable Generate generate,
    @Nullable Prime prime,
    @Nullable Import imported,
    @Nullable Selection select) {

  /**
   * Stories written by a model without being told who.
   *
   * @param stories slots; null = min(people, 1,000)
   * @param candidates completions drawn per round, 1 … 64
   * @param rounds most rounds per slot, 1 … 100
   * @param preamble whether the short exchange before the open question is held
   * @param keepPreamble whether it stays in the passage
   * @param maxTokens most tokens a story
   */
  public record Generate(
      @Nullable Integer stories,
      int candidates,
      int rounds,
      Gates gates,
      boolean preamble,
      boolean keepPreamble,
      int maxTokens) {}

  /**
   * Which checks a candidate must pass.
   *
   * @param minWords least whitespace-separated words; 0 switches the gate off
   * @param keyword whether at most one "interview" is allowed
   * @param complete whether a story cut by the token limit is refused
   * @param duplicate whether a repeated text is refused
   * @param judge whether a judge model reads the story
   */
  public record Gates(
      int minWords, boolean keyword, boolean complete, boolean duplicate, boolean judge) {

    /** The defaults. */
    public static final Gates DEFAULT = new Gates(250, true, false, true, true);
  }

  /** One story per respondent, written from that person's traits. */
  public record Prime(TextStyle style, List<String> traits) {

    /** Copies the list. */
    public Prime {
      traits = List.copyOf(traits);
    }
  }

  /**
   * Stories that exist already.
   *
   * @param pool id of an imported pool
   * @param minTokens stories must have more tokens than this
   */
  public record Import(String pool, int minTokens) {}

  /** A part of the pool: the first n by id, or n drawn with the seed. Exactly one is present. */
  public record Selection(@Nullable Integer first, @Nullable Integer sample) {}
}
