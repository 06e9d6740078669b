package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.panel.Index;
import dev.voxpop.analysis.panel.Panel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * People are drawn one by one and each arm's stories whole, all independently.
 *
 * <p>A cluster is all rows of one story, or of one persona without story, so a story that greedy
 * matching used often is drawn or left out as a whole; repeats stay with their persona.
 */
public final class SeparateResampling implements Resampling {

  private final Multiplicities people;
  private final List<Multiplicities> clusters;
  private final List<Panel> arms;

  private SeparateResampling(
      Multiplicities people, List<Multiplicities> clusters, List<Panel> arms) {
    this.people = people;
    this.clusters = clusters;
    this.arms = arms;
  }

  /** Draws for these panels; every arm has its own seed. */
  public static SeparateResampling of(Panel people, List<Panel> arms, Seeds seeds) {
    return new SeparateResampling(
        Multiplicities.drawn(seeds.people(), people.size()),
        IntStream.range(0, arms.size())
            .mapToObj(arm -> Multiplicities.drawn(seeds.arm(arm), arms.get(arm).clusters().size()))
            .toList(),
        List.copyOf(arms));
  }

  /** Leaves out every person once, and from round {@code people} on one story of every arm. */
  public static SeparateResampling leaveOneOut(Panel people, List<Panel> arms) {
    return new SeparateResampling(
        Multiplicities.leftOut(0, people.size()),
        arms.stream()
            .map(arm -> Multiplicities.leftOut(people.size(), arm.clusters().size()))
            .toList(),
        List.copyOf(arms));
  }

  @Override
  public Drawn round(int number) {
    return new Round(number);
  }

  private final class Round implements Drawn {
    private final int number;

    Round(int number) {
      this.number = number;
    }

    @Override
    public double[] people() {
      int[] counts = people.of(number);
      double[] multiplicities = new double[counts.length];
      for (int person = 0; person < counts.length; person++) {
        multiplicities[person] = counts[person];
      }
      return multiplicities;
    }

    @Override
    public double[] arm(int arm) {
      int[] counts = clusters.get(arm).of(number);
      Index index = arms.get(arm).clusters();
      double[] multiplicities = new double[arms.get(arm).size()];
      for (int row = 0; row < multiplicities.length; row++) {
        multiplicities[row] = counts[index.of(row)];
      }
      return multiplicities;
    }
  }

  /**
   * Seeds of the draws.
   *
   * @param people seed of the draws of people
   * @param arms one seed an arm
   */
  public record Seeds(long people, List<Long> arms) {

    /** Copies the list. */
    public Seeds {
      arms = List.copyOf(arms);
    }

    long arm(int arm) {
      return arms.get(arm);
    }
  }
}
