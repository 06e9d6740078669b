package dev.voxpop.contracts.run;

import dev.voxpop.contracts.problem.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an owner found: problems, and the facts that planning needs.
 *
 * @param wave facts of the wave; from survey, null elsewhere
 * @param sample facts of the human sample; from matching, null elsewhere
 * @param models facts of the aliases this owner would call
 * @param pools stories per imported pool; from backstory
 * @param auditCells the design of an audit, by cell the level of each factor; from analysis, empty
 *     elsewhere and where no audit can be designed
 */
public record CheckReport(
    List<Problem> problems,
    @Nullable WaveFacts wave,
    @Nullable SampleFacts sample,
    List<ModelFacts> models,
    Map<String, Integer> pools,
    List<List<Integer>> auditCells) {

  /** Copies the collections; messages of other releases may have no design. */
  public CheckReport {
    problems = List.copyOf(problems);
    models = List.copyOf(models);
    pools = Collections.unmodifiableSortedMap(new TreeMap<>(pools));
    auditCells =
        Objects.requireNonNullElse(auditCells, List.<List<Integer>>of()).stream()
            .map(List::copyOf)
            .toList();
  }

  /** A report of a stage that designs no audit. */
  public CheckReport(
      List<Problem> problems,
      @Nullable WaveFacts wave,
      @Nullable SampleFacts sample,
      List<ModelFacts> models,
      Map<String, Integer> pools) {
    this(problems, wave, sample, models, pools, List.of());
  }

  /** Problems and nothing else. */
  public static CheckReport of(List<Problem> problems) {
    return designed(problems, List.of());
  }

  /** Problems and the design of an audit. */
  public static CheckReport designed(List<Problem> problems, List<List<Integer>> auditCells) {
    return new CheckReport(problems, null, null, List.of(), Map.of(), auditCells);
  }

  /**
   * What planning needs to know of a wave.
   *
   * @param questions the chosen question ids in questionnaire order
   * @param mappedTraits trait ids that the wave maps, in the wave's order
   * @param groupings ids of all groupings
   */
  public record WaveFacts(
      String wave,
      String waveHash,
      List<String> questions,
      List<String> mappedTraits,
      List<String> groupings,
      boolean inSeries,
      boolean randomiseQuestions,
      boolean randomiseOptions,
      boolean consistencyLine,
      boolean forcingLine) {

    /** Copies the lists. */
    public WaveFacts {
      questions = List.copyOf(questions);
      mappedTraits = List.copyOf(mappedTraits);
      groupings = List.copyOf(groupings);
    }
  }

  /** What planning needs to know of a human sample: {@code people} is after size and filters. */
  public record SampleFacts(String sample, String sampleHash, int people) {}

  /**
   * What planning needs to know of a model alias; never an address or a key.
   *
   * @param kind {@code completion}, {@code chat} or {@code embedding}
   * @param maxN most choices a request
   * @param topLogprobs most log-probabilities a token; 0 = none
   * @param inputPrice micro-units per million tokens; null = unknown
   * @param outputPrice micro-units per million tokens; null = unknown
   */
  public record ModelFacts(
      String alias,
      String model,
      String kind,
      int contextWindow,
      int maxN,
      int topLogprobs,
      boolean supportsSeed,
      int maxConcurrency,
      @Nullable Long inputPrice,
      @Nullable Long outputPrice,
      boolean simulated) {}
}
