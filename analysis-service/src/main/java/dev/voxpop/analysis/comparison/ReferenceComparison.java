package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.structure.CorrelationMatrix;
import dev.voxpop.analysis.structure.MatrixDistance;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.contracts.identity.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reference arms: what answers without any model would score.
 *
 * <p>Their questions are independent, so their correlation matrix is the identity and alpha is 0 in
 * the limit of many personas; a modal arm has neither, because nothing varies.
 */
final class ReferenceComparison {

  private final Study study;
  private final PeopleFindings people;

  ReferenceComparison(Study study, PeopleFindings people) {
    this.study = study;
    this.people = people;
  }

  ReferenceFindings of(ReferenceArm arm) {
    List<Distribution> distributions = new ArrayList<>();
    List<Distance> distances = new ArrayList<>();
    for (int q = 0; q < people.distributions().size(); q++) {
      Distribution human = people.distributions().get(q);
      Distribution reference = human.present() ? distribution(arm, q, human) : human;
      distributions.add(reference);
      distances.add(Distance.between(human, reference, study.settings().nominal()));
    }
    boolean varies = arm != ReferenceArm.MODE;
    return new ReferenceFindings(
        arm,
        distributions,
        distances,
        Distance.mean(distances),
        varies ? Optional.of(structure()) : Optional.empty(),
        varies ? 0 : Double.NaN);
  }

  private Distribution distribution(ReferenceArm arm, int question, Distribution human) {
    return switch (arm) {
      case UNIFORM -> Distribution.uniform(human.item());
      case MODE -> {
        double[] shares = new double[human.item().levels()];
        shares[human.mode()] = 1;
        yield Distribution.fixed(human.item(), shares);
      }
      case WEIGHTED_DRAW -> drawn(question, human);
    };
  }

  private Distribution drawn(int question, Distribution human) {
    long seed = new Seed(study.settings().seed()).derive("analysis/reference/weighted-draw");
    Draws draws = new Draws(seed, question);
    double[] shares = new double[human.item().levels()];
    for (int i = 0; i < people.n(); i++) {
      double left = draws.unit(i);
      int option = 0;
      while (option + 1 < shares.length && left >= human.share(option)) {
        left -= human.share(option++);
      }
      shares[option] += 1.0 / people.n();
    }
    return Distribution.fixed(human.item(), shares);
  }

  private MatrixDistance structure() {
    int size = study.items().size();
    CorrelationMatrix independent =
        CorrelationMatrix.ofOffDiagonal(size, new double[size * (size - 1) / 2]);
    return MatrixDistance.between(people.matrix(Preset.CONSISTENT), independent);
  }
}
