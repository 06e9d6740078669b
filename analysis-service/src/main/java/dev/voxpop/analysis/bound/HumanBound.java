package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Distances between random halves of the people.
 *
 * @param splits iterations
 * @param people people in both halves together
 * @param questions spreads by measure, in question order
 * @param mean spreads of the mean over questions
 * @param structure spreads of the distances between the halves' correlation matrices
 */
public record HumanBound(
    int splits,
    int people,
    List<Map<Measure, Spread>> questions,
    Map<Measure, Spread> mean,
    Map<Preset, Map<MatrixMeasure, Spread>> structure) {

  /** Copies the collections. */
  public HumanBound {
    questions = questions.stream().map(Map::copyOf).toList();
    mean = Map.copyOf(mean);
    structure = Map.copyOf(structure);
  }

  /** Spread of the mean over questions. */
  public Spread mean(Measure measure) {
    return Objects.requireNonNull(mean.get(measure));
  }

  /** Spread of one question. */
  public Spread question(int question, Measure measure) {
    return Objects.requireNonNull(questions.get(question).get(measure));
  }

  /** Spread of the distance between the halves' matrices. */
  public Spread matrix(Preset preset, MatrixMeasure measure) {
    return Objects.requireNonNull(Objects.requireNonNull(structure.get(preset)).get(measure));
  }
}
