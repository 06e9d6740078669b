package dev.voxpop.matching.assignment;

import java.util.OptionalInt;

/**
 * Uniform pairing: humans in id order receive personas in whole shuffled rounds.
 *
 * <p>With no more humans than personas, every human has a distinct one; otherwise every persona is
 * used ⌊N/M⌋ or ⌈N/M⌉ times. The result depends on the seed and the sets of ids. O(N + M).
 */
final class RandomPairing {

  private final Problem problem;
  private final Specification specification;
  private final Workers workers;

  RandomPairing(Problem problem, Specification specification, Workers workers) {
    this.problem = problem;
    this.specification = specification;
    this.workers = workers;
  }

  Matching match() {
    var best = BestPersonas.of(new WeightWalk(problem, workers), problem.groups());
    var draft = new Matching.Draft(problem);
    int personas = problem.personas().size();
    int[] round = {};
    int dealt = 0;
    for (int human = 0; human < problem.humans().size() && personas > 0; human++) {
      if (!best.hasSupport(problem.groupOf(human)) && specification.onZero() == OnZero.LIST) {
        continue;
      }
      if (dealt % personas == 0) {
        round =
            SeededOrder.permutation(personas, specification.seed(), "round/" + dealt / personas);
      }
      draft.match(human, round[dealt++ % personas]);
    }
    return draft.finish(OptionalInt.empty());
  }
}
