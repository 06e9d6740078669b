package dev.voxpop.matching.assignment;

/** The one door to matching: chooses the procedure that a specification asks for. */
public final class Matchmaker {

  private final Workers workers;

  private Matchmaker(Workers workers) {
    this.workers = workers;
  }

  public static Matchmaker with(Workers workers) {
    return new Matchmaker(workers);
  }

  /** Returns the matching; equal problems, specifications and seeds give equal matchings. */
  public Matching match(Problem problem, Specification specification) {
    return switch (specification.method()) {
      case GREEDY ->
          specification.capacity().isEmpty()
              ? new Greedy(problem, specification, workers).match()
              : new CappedGreedy(problem, specification, workers).match();
      case MAXIMUM_WEIGHT -> new MaximumWeight(problem, specification, workers).match();
      case RANDOM -> new RandomPairing(problem, specification, workers).match();
    };
  }
}
