package dev.voxpop.analysis.rectified;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A population share from many personas and a few people: what the personas say, corrected by how
 * the people's own answers differ from their personas'.
 *
 * <p>share = λ · mean of N personas without a human answer + mean over m people of (human − λ ·
 * persona), with λ = Cov(human, persona)/(Var(persona) · (1 + m/N)) cut to 0 … 1, or fixed 1.
 * Variance = λ²·Var(persona)/N + Var(human − λ·persona)/m; values of one story are added up before
 * they are squared, with g/(g − 1) for g stories, so re-used stories are respected, also where a
 * story stands on both sides. 95 % interval with the t quantile of m's stories − 1 degrees of
 * freedom. Assumes that the m people are a random part of the population. Not given below {@value
 * #LEAST_PEOPLE} people, where such intervals cover less than they say. O(m + N).
 *
 * <p>A. N. Angelopoulos et al., Prediction-powered inference, 2023, doi:10.1126/science.adi6000; A.
 * N. Angelopoulos, J. C. Duchi, T. Zrnic, PPI++, 2023, doi:10.48550/arXiv.2311.01453.
 *
 * @param estimate the share, not cut to 0 … 1
 * @param people m
 * @param personas N
 */
public record RectifiedShare(
    double estimate,
    double standardError,
    double low,
    double high,
    double lambda,
    int people,
    int personas) {

  /** Fewer people than this give no estimate. */
  public static final int LEAST_PEOPLE = 50;

  private static final double UPPER = 0.975;

  /** How far the personas are trusted. */
  public enum Trust {
    /** λ from the data. */
    TUNED,
    /** λ = 1. */
    FULL
  }

  /**
   * A person who answered and the answer of the persona in its place.
   *
   * @param cluster the persona's story
   * @param human 1 when the person chose the option, else 0
   * @param persona the same of the persona, or its mean over repeats
   */
  public record Answered(String cluster, double human, double persona) {}

  /**
   * A persona without a human answer.
   *
   * @param cluster its story
   * @param value 1 when it chose the option, else 0, or its mean over repeats
   */
  public record Unanswered(String cluster, double value) {}

  /** Whether there are enough answers on both sides. */
  public static boolean possible(List<Answered> people, List<Unanswered> personas) {
    return people.size() >= LEAST_PEOPLE && personas.size() > 1;
  }

  /** The estimate of one share. */
  public static RectifiedShare of(List<Answered> people, List<Unanswered> personas, Trust trust) {
    if (!possible(people, personas)) {
      throw new IllegalArgumentException(
          "%d people and %d further personas are too few for a rectified share.%nMaybe ask at least %d people."
              .formatted(people.size(), personas.size(), LEAST_PEOPLE));
    }
    double lambda =
        switch (trust) {
          case FULL -> 1;
          case TUNED -> tuned(people, people.size() / (double) personas.size());
        };
    double synthetic = personas.stream().mapToDouble(Unanswered::value).average().orElse(0);
    double correction =
        people.stream().mapToDouble(a -> a.human - lambda * a.persona).average().orElse(0);
    Map<String, Double> far = new HashMap<>();
    personas.forEach(
        p -> far.merge(p.cluster, lambda * (p.value - synthetic) / personas.size(), Double::sum));
    Map<String, Double> near = new HashMap<>();
    people.forEach(
        a ->
            near.merge(
                a.cluster,
                (a.human - lambda * a.persona - correction) / people.size(),
                Double::sum));
    double error = Math.sqrt(variance(far, near));
    double half = new TDistribution(near.size() - 1.0).inverseCumulativeProbability(UPPER) * error;
    double estimate = lambda * synthetic + correction;
    return new RectifiedShare(
        estimate, error, estimate - half, estimate + half, lambda, people.size(), personas.size());
  }

  private static double tuned(List<Answered> people, double ratio) {
    double human = people.stream().mapToDouble(Answered::human).average().orElse(0);
    double persona = people.stream().mapToDouble(Answered::persona).average().orElse(0);
    double products = 0;
    double squares = 0;
    for (Answered answer : people) {
      products += (answer.human - human) * (answer.persona - persona);
      squares += (answer.persona - persona) * (answer.persona - persona);
    }
    return squares > 0 ? Math.clamp(products / (squares * (1 + ratio)), 0, 1) : 0;
  }

  /** Variance of the sum of two means whose influences are given by story. */
  private static double variance(Map<String, Double> far, Map<String, Double> near) {
    double scaleFar = Math.sqrt(far.size() / (far.size() - 1.0));
    double scaleNear = Math.sqrt(near.size() / (near.size() - 1.0));
    double sum = 0;
    for (Map.Entry<String, Double> story : far.entrySet()) {
      double both =
          scaleFar * story.getValue() + scaleNear * near.getOrDefault(story.getKey(), 0.0);
      sum += both * both;
    }
    for (Map.Entry<String, Double> story : near.entrySet()) {
      double alone = far.containsKey(story.getKey()) ? 0 : scaleNear * story.getValue();
      sum += alone * alone;
    }
    return sum;
  }
}
