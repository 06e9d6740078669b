package dev.voxpop.matching.pairing;

import dev.voxpop.matching.assignment.Humans;
import dev.voxpop.matching.assignment.Matching;
import dev.voxpop.matching.assignment.PairFacts;
import dev.voxpop.matching.assignment.Problem;
import dev.voxpop.matching.trait.TraitLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of a matching, one per human in id order, made as they are read. */
public final class PairRows {

  private final Matching matching;
  private final Problem problem;
  private final PairFacts facts;

  private PairRows(PairFacts facts) {
    this.matching = facts.matching();
    this.problem = matching.problem();
    this.facts = facts;
  }

  public static PairRows of(PairFacts facts) {
    return new PairRows(facts);
  }

  public Stream<PairedRespondent> stream() {
    return IntStream.range(0, problem.humans().size()).mapToObj(this::row);
  }

  private PairedRespondent row(int human) {
    int persona = matching.persona(human);
    boolean matched = persona != Matching.NOBODY;
    double weight = matching.weight(human);
    return new PairedRespondent(
        problem.humans().id(human),
        matching.status(human),
        matched ? problem.personas().id(persona) : null,
        weight,
        StrictMath.log(weight),
        matched ? facts.rank(human) : 0,
        facts.bestWeight(human),
        facts.ratio(human),
        facts.ties(human),
        facts.reuse(human),
        traits(human, persona));
  }

  private List<PairedRespondent.Trait> traits(int human, int persona) {
    List<PairedRespondent.Trait> traits = new ArrayList<>();
    List<TraitLabels> declared = problem.humans().traits();
    for (int trait = 0; trait < declared.size(); trait++) {
      List<String> labels = declared.get(trait).labels();
      int label = problem.humans().label(trait, human);
      boolean matched = persona != Matching.NOBODY;
      boolean present = label != Humans.MISSING;
      traits.add(
          new PairedRespondent.Trait(
              declared.get(trait).trait(),
              matched && present ? (Double) problem.factorOf(trait, human, persona) : null,
              present ? labels.get(label) : null,
              matched ? labels.get(problem.personas().modalLabel(trait, persona)) : null));
    }
    return traits;
  }
}
