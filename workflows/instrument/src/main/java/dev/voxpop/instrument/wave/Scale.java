package dev.voxpop.instrument.wave;

import dev.voxpop.instrument.item.Permutations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The options of a question in the questionnaire's own order.
 *
 * @param id name of a shared scale, or the question's id for its own options
 */
public record Scale(
    String id,
    ScaleKind kind,
    List<Option> options,
    List<Refusal> refusals,
    Permutations permutations) {
  public Scale {
    Objects.requireNonNull(id);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(permutations);
    options = List.copyOf(options);
    refusals = List.copyOf(refusals);
  }

  /** Number of substantive options. */
  public int size() {
    return options.size();
  }

  /** Original index of a substantive code, or empty. */
  public Optional<Integer> indexOf(int code) {
    return IntStream.range(0, size())
        .filter(i -> options.get(i).code() == code)
        .boxed()
        .findFirst();
  }

  /** Whether the code is a declared refusal. */
  public boolean isRefusal(int code) {
    return refusals.stream().anyMatch(refusal -> refusal.code() == code);
  }

  /** Whether the code is declared at all. */
  public boolean declares(int code) {
    return isRefusal(code) || indexOf(code).isPresent();
  }
}
