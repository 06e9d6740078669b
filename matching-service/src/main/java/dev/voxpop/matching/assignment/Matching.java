package dev.voxpop.matching.assignment;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who was matched with whom, or why not, and the proof if the method has one.
 *
 * <p>Humans and personas are numbered in id order.
 */
public final class Matching {

  /** The persona of a human who has none. */
  public static final int NOBODY = -1;

  private final Problem problem;
  private final int[] personas;
  private final PairStatus[] statuses;
  private final OptionalInt capacity;
  private final Optional<Proof> proof;

  private Matching(Problem problem, Draft draft, OptionalInt capacity, Optional<Proof> proof) {
    this.problem = problem;
    this.personas = draft.personas.clone();
    this.statuses = draft.statuses.clone();
    this.capacity = capacity;
    this.proof = proof;
  }

  public Problem problem() {
    return problem;
  }

  /** Returns the number of the human's persona, or {@link #NOBODY}. */
  public int persona(int human) {
    return personas[human];
  }

  public PairStatus status(int human) {
    return statuses[human];
  }

  /** Returns the places per persona that were in force; empty if there was no limit. */
  public OptionalInt capacity() {
    return capacity;
  }

  /** Returns the proof of optimality of a maximum-weight matching. */
  public Optional<Certificate> certificate() {
    return proof.map(Proof::certificate);
  }

  /** Returns the dual values of a maximum-weight matching. */
  public Optional<Duals> duals() {
    return proof.map(Proof::duals);
  }

  /** Returns how many humans ended with a status. */
  public int count(PairStatus status) {
    return (int) Arrays.stream(statuses).filter(status::equals).count();
  }

  /** Returns the weight of a human's pair; zero for a human without persona. */
  public double weight(int human) {
    return personas[human] == NOBODY ? 0 : problem.weight(problem.groupOf(human), personas[human]);
  }

  /** Returns the sum of the weights of all pairs. */
  public double total() {
    var sum = new CompensatedSum();
    for (int human = 0; human < personas.length; human++) {
      sum.add(weight(human));
    }
    return sum.value();
  }

  /** Returns how many humans use each persona. */
  public int[] uses() {
    int[] uses = new int[problem.personas().size()];
    for (int persona : personas) {
      if (persona != NOBODY) {
        uses[persona]++;
      }
    }
    return uses;
  }

  /** Checks a maximum-weight matching's proof once more, or fails. */
  public Optional<Certificate> checkAgain(Workers workers) {
    return proof.map(kept -> kept.checkAgain(workers));
  }

  /** A checked certificate and the dual values that were checked. */
  record Proof(Certificate certificate, Transport transport, Plan plan) {

    Duals duals() {
      return new Duals(transport.problem(), plan, transport.objective());
    }

    Certificate checkAgain(Workers workers) {
      var walk = new WeightWalk(transport.problem(), workers);
      return new CertificateChecker(transport, plan, walk).check(certificate.solver());
    }
  }

  /** A matching in the making: everyone without support until placed. */
  static final class Draft {

    private final Problem problem;
    private final int[] personas;
    private final PairStatus[] statuses;

    Draft(Problem problem) {
      this.problem = problem;
      this.personas = new int[problem.humans().size()];
      this.statuses = new PairStatus[personas.length];
      Arrays.fill(personas, NOBODY);
      Arrays.fill(statuses, PairStatus.NO_SUPPORT);
    }

    void match(int human, int persona) {
      personas[human] = persona;
      statuses[human] = PairStatus.MATCHED;
    }

    void turnAway(int human) {
      statuses[human] = PairStatus.UNMATCHED_CAPACITY;
    }

    boolean isMatched(int human) {
      return personas[human] != NOBODY;
    }

    /** Returns how many places of each persona are left. */
    int[] free(int capacity) {
      int[] free = new int[problem.personas().size()];
      Arrays.fill(free, capacity);
      for (int persona : personas) {
        if (persona != NOBODY) {
          free[persona]--;
        }
      }
      return free;
    }

    Matching finish(OptionalInt capacity) {
      return new Matching(problem, this, capacity, Optional.empty());
    }

    Matching finish(int capacity, Proof proof) {
      return new Matching(problem, this, OptionalInt.of(capacity), Optional.of(proof));
    }
  }
}
